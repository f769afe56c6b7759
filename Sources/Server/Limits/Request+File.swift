import Hummingbird
import NIOCore

extension Request {
    /// Returns a file that is sent as it is.
    ///
    /// - Throws: `Problem` when there is none, or when it has more bytes than `limit`.
    func file(upTo limit: Int) async throws -> [UInt8] {
        let bytes = try await bytes(upTo: limit)
        guard bytes.readableBytes > 0 else { throw Problem.missingFile }
        return Array(bytes.readableBytesView)
    }
}

extension Problem {
    fileprivate static let missingFile = Problem(
        name: "bad-request", status: .badRequest, title: "Nothing was sent", detail: "The request has no body. Send the file as it is."
    )
}
