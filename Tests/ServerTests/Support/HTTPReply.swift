import Foundation
import Testing

/// A response as it came over the wire.
struct HTTPReply {
    struct Malformed: Error { var text: String }

    var status: Int
    private var fields: [(name: String, value: String)]
    var body: [UInt8] = []

    subscript(name: String) -> String? {
        let values = fields.filter { $0.name == name.lowercased() }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The names of all header fields but those that change with every response.
    var comparableFields: [String: String] {
        let omitted: Set = ["date", "content-length", "transfer-encoding", "connection", "x-request-id"]
        return Dictionary(fields.filter { !omitted.contains($0.name) }.map { ($0.name, $0.value) }) { "\($0), \($1)" }
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    /// The size of a PNG in pixels, when the body is one, from its first chunk to its last.
    var pngSize: [Int]? {
        guard body.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), body.count > 57,
            Array(body.suffix(8)) == [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
        else { return nil }
        return [16, 20].map { start in body[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    }

    /// The address that `Link` gives for a relation, and for a media type where one is given.
    func link(_ relation: String, type: String? = nil) -> String? {
        let links = (self["Link"] ?? "").split(separator: ", <").map { "<" + $0.trimmingPrefix("<") }
        return links.first { $0.contains("rel=\"\(relation)\"") && (type.map($0.contains) ?? true) }?
            .split(separator: ">").first.map { String($0.dropFirst()) }
    }

    /// Returns the response at the beginning of the bytes and its length, or nil when it has not all come yet.
    static func parse(_ bytes: ArraySlice<UInt8>, hasBody: Bool) throws -> (reply: HTTPReply, length: Int)? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let start = lines[0].split(separator: " ", maxSplits: 2)
        guard start.count >= 2, start[0] == "HTTP/1.1", let status = Int(start[1]) else { throw Malformed(text: lines[0]) }
        let fields = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
        }
        var reply = HTTPReply(status: status, fields: fields)
        let headLength = end.upperBound - bytes.startIndex
        guard hasBody, status != 204, status != 304 else { return (reply, headLength) }
        // Every body this server makes is whole before it is sent, so its length is known.
        guard let length = reply["Content-Length"].flatMap({ Int($0) }) else { throw Malformed(text: lines.joined(separator: "\n")) }
        guard bytes.endIndex - end.upperBound >= length else { return nil }
        reply.body = Array(bytes[end.upperBound..<end.upperBound + length])
        return (reply, headLength + length)
    }

    private init(status: Int, fields: [(String, String)]) {
        self.status = status
        self.fields = fields
    }
}
