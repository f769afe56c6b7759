/// A parameter of a header field, whatever its value is written in (RFC 2231).
enum MIMEParameter {
    /// Returns the words of one parameter: as it is where it is short and plain, percent-encoded in sections otherwise.
    static func words(_ name: String, _ value: String) -> [String] {
        let value = value.singleLine
        let isPlain = value.utf8.allSatisfy { (32...126).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        guard !isPlain || value.utf8.count > 50 else { return ["\(name)=\"\(value)\""] }
        var sections: [String] = []
        var section = "UTF-8''"
        for scalar in value.unicodeScalars {
            let text = String(scalar).utf8.map(escaped).joined()
            if section.utf8.count + text.utf8.count > 55 {
                sections.append(section)
                section = ""
            }
            section += text
        }
        sections.append(section)
        guard sections.count > 1 else { return ["\(name)*=\(section)"] }
        return sections.enumerated().map { "\(name)*\($0.offset)*=\($0.element)\($0.offset + 1 < sections.count ? ";" : "")" }
    }

    /// Letters, digits, hyphens and dots stand for themselves: less than RFC 2231 allows, and all that every reader takes.
    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."):
            String(UnicodeScalar(byte))
        default: "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
        }
    }
}
