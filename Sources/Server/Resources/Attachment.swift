import Reports

/// A file to save, by a name that tells what is in it.
struct Attachment: Hashable, Sendable {
    let name: String

    /// Makes the attachment; what a file system or a header has no place for becomes a hyphen, and long names are cut before their extension.
    init(name: String) {
        let safe = String(name.map { $0.isSafeInFileName ? $0 : "-" })
        let dot = safe.lastIndex(of: ".") ?? safe.endIndex
        var stem = safe[..<dot]
        while stem.utf8.count > 150 { stem.removeLast() }
        self.name = String(stem + safe[dot...])
    }

    /// The value of `Content-Disposition` (RFC 6266): an ASCII name for old clients, the whole name for the others.
    var disposition: String {
        let ascii = String(name.map { $0.isASCII ? $0 : "_" })
        return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(name.percentEncoded)"
    }
}

extension Character {
    fileprivate var isSafeInFileName: Bool {
        !"/\\:*?\"<>|%".contains(self)
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format }
    }
}
