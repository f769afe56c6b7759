/// Where a server accepts requests.
public struct ListeningAddress: Hashable, Sendable {
    public var host: String
    public var port: Int
}

extension ListeningAddress: CustomStringConvertible {
    /// As a browser takes it, as in `http://127.0.0.1:8080`.
    public var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
