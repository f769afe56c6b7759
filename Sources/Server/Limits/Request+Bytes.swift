import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Returns the bytes of the body.
    ///
    /// - Throws: `Problem`, 413, when there are more than `limit`.
    func bytes(upTo limit: Int) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.contentTooLarge(limit: limit) }
        var bytes = ByteBuffer()
        for try await part in body {
            guard bytes.readableBytes + part.readableBytes <= limit else { throw Problem.contentTooLarge(limit: limit) }
            bytes.writeImmutableBuffer(part)
        }
        return bytes
    }
}

extension Problem {
    static func contentTooLarge(limit: Int) -> Problem {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
        return Problem(
            name: "content-too-large", status: .contentTooLarge, title: "Too large",
            detail: "What is sent here may have \(size). Send less, or send it in parts."
        )
    }
}
