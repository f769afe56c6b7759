import Foundation

/// Where readers reach the server: what stands before a path, as in `https://charts.example.org`.
public struct ServerBase: Hashable, Sendable {
    /// Without a slash at its end.
    public let text: String

    public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        let text: String

        public var description: String { "\(text.quoted) is no address of a server: write it as in https://charts.example.org." }
    }

    public init(_ text: String) throws(Unreadable) {
        var base = text
        while base.hasSuffix("/") { base.removeLast() }
        let isPlain = base.utf8.count <= 1_000 && base.utf8.allSatisfy { (33...126).contains($0) && !"<>\"".utf8.contains($0) }
        guard isPlain, let url = URL(string: base), url.scheme == "https" || url.scheme == "http", url.host()?.isEmpty == false,
            url.query() == nil, url.fragment() == nil
        else { throw Unreadable(text: text) }
        self.text = base
    }
}
