/// Reads what `TransferEncoding` writes, and what other programs write with less care.
enum TransferDecoding {
    case base64, quotedPrintable, none

    /// - Parameter name: in lower case, as a header has it.
    init(_ name: String) {
        self =
            switch name {
            case "base64": .base64
            case "quoted-printable": .quotedPrintable
            default: .none
            }
    }

    func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .base64: Self.base64(bytes)
        case .quotedPrintable: Self.quotedPrintable(bytes)
        case .none: Array(bytes)
        }
    }

    /// Whether base64 has characters outside its alphabet.
    func isGarbled(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard case .base64 = self else { return false }
        return bytes.contains { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: " "), 9...13:
                false
            default: true
            }
        }
    }

    /// Characters outside the alphabet are passed over (RFC 2045, section 6.8).
    private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 4)
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in bytes {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return output
    }

    /// A `=` that is followed by no two digits stands for itself, as RFC 2045 advises.
    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        func digit(_ index: Int) -> UInt8? {
            guard index < bytes.endIndex else { return nil }
            return Character(UnicodeScalar(bytes[index])).hexDigitValue.map(UInt8.init)
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "=") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            if let high = digit(index + 1), let low = digit(index + 2) {
                output.append(high << 4 | low)
                index += 3
                continue
            }
            // A soft line break, perhaps with blanks before it.
            var end = index + 1
            while end < bytes.endIndex, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(bytes[end]) { end += 1 }
            if end < bytes.endIndex, bytes[end] == UInt8(ascii: "\n") {
                index = end + 1
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }
}
