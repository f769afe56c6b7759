/// Reads the parts of a message, and counts them.
struct PartReader {
    private(set) var omissions: [String] = []
    private var partCount = 0

    mutating func omit(_ what: String) {
        if !omissions.contains(what) { omissions.append(what) }
    }

    mutating func part(_ bytes: ArraySlice<UInt8>, depth: Int) -> ReceivedMessage.Part {
        partCount += 1
        let (fields, body) = head(of: bytes)
        func value(_ name: String) -> String? { fields.first { $0.name.lowercased() == name }?.body }
        let type = ContentType(value("content-type") ?? "text/plain")
        var part = ReceivedMessage.Part(fields: fields, type: type, content: [], parts: [])
        if type.isMultipart {
            guard depth < ReceivedMessage.depthLimit else {
                omit("parts nested deeper than \(ReceivedMessage.depthLimit)")
                return part
            }
            for slice in type.parameters["boundary"].map({ Self.slices(of: body, boundary: $0) }) ?? [] {
                guard partCount < ReceivedMessage.partLimit else {
                    omit("parts after the first \(ReceivedMessage.partLimit)")
                    break
                }
                part.parts.append(self.part(slice, depth: depth + 1))
            }
        } else {
            let encoding = value("content-transfer-encoding")?.lowercased().filter { !$0.isWhitespace } ?? ""
            let decoding = TransferDecoding(encoding)
            part.content = decoding.decode(body)
            part.isGarbled = decoding.isGarbled(body)
        }
        return part
    }

    /// Returns the fields, unfolded, and what comes after the empty line.
    private mutating func head(of bytes: ArraySlice<UInt8>) -> (fields: [ReceivedMessage.Field], body: ArraySlice<UInt8>) {
        var fields: [ReceivedMessage.Field] = []
        var rest = bytes
        while !rest.isEmpty {
            let line = Self.takeLine(&rest)
            if line.isEmpty { break }
            // Lengths that no field needs: what is beyond them is not read.
            let text = String(decoding: line.prefix(20_000), as: UTF8.self)
            if let first = line.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                if let last = fields.indices.last, fields[last].body.utf8.count < 20_000 {
                    fields[last].body += " " + text.drop(while: \.isWhitespace)
                }
            } else if let colon = text.firstIndex(of: ":") {
                guard fields.count < ReceivedMessage.fieldLimit else {
                    omit("header fields after the first \(ReceivedMessage.fieldLimit)")
                    continue
                }
                let body = text[text.index(after: colon)...].drop(while: \.isWhitespace)
                fields.append(.init(name: String(text[..<colon].filter { !$0.isWhitespace }), body: String(body)))
            }
        }
        return (fields, rest)
    }

    /// Returns what stands between the lines of a boundary (RFC 2046, section 5.1.1).
    private static func slices(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        guard mark.count > 2 else { return [] }
        var slices: [ArraySlice<UInt8>] = []
        var start: Int?
        var rest = body
        while !rest.isEmpty {
            let lineStart = rest.startIndex
            let line = takeLine(&rest)
            guard line.starts(with: mark) else { continue }
            let tail = line.dropFirst(mark.count)
            let isEnd = tail.starts(with: "--".utf8)
            guard isEnd || tail.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else { continue }
            // The line break before the boundary belongs to it.
            if let start {
                var end = lineStart
                if end > start, body[end - 1] == UInt8(ascii: "\n") { end -= 1 }
                if end > start, body[end - 1] == UInt8(ascii: "\r") { end -= 1 }
                slices.append(body[start..<end])
            }
            start = isEnd ? nil : rest.startIndex
            if isEnd { break }
        }
        if let start { slices.append(body[start...]) }
        return slices
    }

    /// Returns the next line without its end, which may be CRLF or LF.
    private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        var line = rest[rest.startIndex..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
    }
}
