import Purchases

extension JSON {
    /// The value as UTF-8, without white space, ended by a line break.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string(let string): Self.append(string, to: &bytes)
        case .integer(let integer): bytes += String(integer).utf8
        case .number(let number): bytes += Self.text(of: number).utf8
        case .exact(let number): bytes += (number.isFinite ? number.description : "null").utf8
        case .money(let money): bytes += money.description.utf8
        case .price(let price): bytes += price.description.utf8
        case .boolean(let boolean): bytes += (boolean ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        }
    }

    /// Returns the shortest text of the number rounded to six decimals.
    static func text(of number: Double) -> String {
        guard number.isFinite else { return "null" }
        let rounded = (number * 1_000_000).rounded() / 1_000_000
        if rounded == rounded.rounded(), abs(rounded) < 9e15 { return String(Int(rounded)) }
        return rounded.description
    }

    /// Appends the string in quotes, escaped as RFC 8259 asks (section 7).
    private static func append(_ string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\r"): bytes += "\\r".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                bytes += "\\u00\(hex.utf8.count == 1 ? "0" : "")\(hex)".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
