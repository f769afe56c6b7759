/// A part of a message: a text, a file, or several parts together (RFC 2045, RFC 2046, RFC 2387).
indirect enum MIMEPart: Hashable, Sendable {
    /// `text/plain` or `text/html`, in UTF-8.
    case text(String, subtype: String)
    /// A file that the text refers to as `cid:` and its id.
    case picture([UInt8], mediaType: String, id: String, fileName: String)
    /// The same in several forms, the best last.
    case alternatives([MIMEPart])
    /// The first part, and what it refers to.
    case related([MIMEPart])
}

extension MIMEPart {
    /// The part's head, without the empty line after it, and its body.
    var rendered: (head: [HeaderField], body: [UInt8]) {
        switch self {
        case .text(let text, let subtype):
            let head = [
                HeaderField("Content-Type", "text/\(subtype);", "charset=utf-8"),
                HeaderField("Content-Transfer-Encoding", TransferEncoding.quotedPrintable.rawValue),
            ]
            return (head, TransferEncoding.quotedPrintable.encode(Array(text.utf8)))
        case .picture(let bytes, let mediaType, let id, let fileName):
            let head = [
                HeaderField("Content-Type", "\(mediaType)"), HeaderField("Content-Transfer-Encoding", TransferEncoding.base64.rawValue),
                HeaderField("Content-ID", "<\(id)>"),
                HeaderField("Content-Disposition", words: ["inline;"] + MIMEParameter.words("filename", fileName)),
            ]
            return (head, TransferEncoding.base64.encode(bytes))
        case .alternatives(let parts): return Self.multipart("alternative", parts)
        case .related(let parts):
            let type = parts.first?.mediaType ?? "text/plain"
            return Self.multipart("related", parts, parameters: ["type=\"\(type)\""])
        }
    }

    private var mediaType: String {
        switch self {
        case .text(_, let subtype): "text/\(subtype)"
        case .picture(_, let mediaType, _, _): mediaType
        case .alternatives: "multipart/alternative"
        case .related: "multipart/related"
        }
    }

    private static func multipart(
        _ subtype: String, _ parts: [MIMEPart], parameters: [String] = []
    ) -> (head: [HeaderField], body: [UInt8]) {
        let contents = parts.map { part in
            let (head, body) = part.rendered
            var content = head.flatMap(\.bytes)
            content.reserveCapacity(content.count + body.count + 2)
            content += "\r\n".utf8
            content += body
            return content
        }
        // Of the content alone, so that equal parts make equal bytes. "=_" stands in no text that is encoded as it is here.
        let boundary = "=_\(subtype)_\(Fingerprint(of: contents).text)"
        var body: [UInt8] = []
        body.reserveCapacity(contents.reduce(200) { $0 + $1.count + boundary.utf8.count + 6 })
        for content in contents {
            body += "--\(boundary)\r\n".utf8
            body += content
            body += "\r\n".utf8
        }
        body += "--\(boundary)--\r\n".utf8
        let words = ["multipart/\(subtype);"] + parameters.map { "\($0);" } + ["boundary=\"\(boundary)\""]
        return ([HeaderField("Content-Type", words: words)], body)
    }
}
