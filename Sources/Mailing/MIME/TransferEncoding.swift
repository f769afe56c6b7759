import Foundation

/// How bytes are written in lines that every mail server passes on (RFC 2045, section 6).
enum TransferEncoding: String, Sendable {
    case quotedPrintable = "quoted-printable"
    case base64

    /// The most characters of a line, its end aside.
    static let lineLength = 76

    func encode(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .quotedPrintable: Self.quotedPrintable(bytes)
        case .base64:
            Array(Data(bytes).base64EncodedData(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]))
        }
    }

    /// Text whose lines end in LF or CRLF; they end in CRLF afterwards.
    private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 5 / 4)
        var column = 0
        func isEndOfLine(_ index: Int) -> Bool {
            index == bytes.count || bytes[index] == UInt8(ascii: "\n")
                || bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isEndOfLine(index) {
                index += byte == UInt8(ascii: "\n") ? 1 : 2
                output.append(UInt8(ascii: "\r"))
                output.append(UInt8(ascii: "\n"))
                column = 0
                continue
            }
            index += 1
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let isPlain = isBlank ? !isEndOfLine(index) : (33...126).contains(byte) && byte != UInt8(ascii: "=")
            // A dot or "From " at the head of a line is changed by some servers (RFC 2049, section 3).
            let isRisky = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
            let isWritten = isPlain && !isRisky
            let width = isWritten ? 1 : 3
            if column + width > lineLength - (isEndOfLine(index) ? 0 : 1) {
                output.append(UInt8(ascii: "="))
                output.append(UInt8(ascii: "\r"))
                output.append(UInt8(ascii: "\n"))
                column = 0
            }
            if isWritten {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "="))
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            }
            column += width
        }
        return output
    }
}
