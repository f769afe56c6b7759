/// A number as people write sums, read to exact hundredths: `1,234.56`, `-$5`, `(12.00)`, `.5`.
struct DecimalText {
    /// Rounded to the nearest, halves away from zero.
    let hundredths: Int64
    /// Whether a digit other than zero stood beyond the hundredths.
    let isRounded: Bool
    let hasCurrencySign: Bool

    /// The largest whole part that is read, either sign.
    static let limit: Int64 = 1_000_000_000

    init(_ bytes: Span<UInt8>) throws(Rejection.Reason) {
        var (index, end) = (0, bytes.count)
        var isNegative = false
        if end >= 2, bytes[0] == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")") {
            isNegative = true
            (index, end) = (1, end - 1)
        }
        // The sign stands before or after the currency sign, once; parentheses are a sign.
        var mayHaveSign = !isNegative
        func readSign() {
            guard mayHaveSign, index < end else { return }
            guard bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") else { return }
            isNegative = bytes[index] == UInt8(ascii: "-")
            mayHaveSign = false
            index += 1
        }
        readSign()
        let currencyLength = bytes.currencySignLength(at: index, upTo: end)
        if currencyLength > 0 {
            index += currencyLength
            while index < end, bytes[index].isWhiteSpace { index += 1 }
            readSign()
        }

        let whole = try Self.wholePart(bytes, &index, end)
        let fraction = try Self.fraction(bytes, &index, end)
        guard index == end, whole != nil || fraction != nil else { throw .notASum }
        let magnitude = (whole ?? 0) * 100 + (fraction?.hundredths ?? 0)
        guard magnitude <= Self.limit * 100 else { throw .sumOutOfRange }
        hundredths = isNegative ? -magnitude : magnitude
        isRounded = fraction?.isRounded ?? false
        hasCurrencySign = currencyLength > 0
    }

    /// Reads digits, in threes after the first comma; stops growing beyond the limit. Nil when there is no digit.
    private static func wholePart(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) throws(Rejection.Reason) -> Int64? {
        var value: Int64 = 0
        var (groupDigits, isGrouped) = (0, false)
        let start = index
        while index < end {
            if bytes[index] == .comma {
                guard isGrouped ? groupDigits == 3 : (1...3).contains(groupDigits) else { throw .misplacedComma }
                (groupDigits, isGrouped) = (0, true)
            } else if bytes[index].isDigit {
                value = min(value * 10 + Int64(bytes[index] - UInt8(ascii: "0")), limit + 1)
                groupDigits += 1
            } else {
                break
            }
            index += 1
        }
        guard !isGrouped || groupDigits == 3 else { throw .misplacedComma }
        return index > start ? value : nil
    }

    /// Reads a point and the digits after it. Nil when there is no digit.
    private static func fraction(
        _ bytes: Span<UInt8>, _ index: inout Int, _ end: Int
    ) throws(Rejection.Reason) -> (hundredths: Int64, isRounded: Bool)? {
        guard index < end, bytes[index] == UInt8(ascii: ".") else { return nil }
        index += 1
        let start = index
        var hundredths: Int64 = 0
        var isRounded = false
        while index < end, bytes[index].isDigit {
            let digit = Int64(bytes[index] - UInt8(ascii: "0"))
            switch index - start {
            case 0: hundredths = digit * 10
            case 1: hundredths += digit
            case 2: (hundredths, isRounded) = (hundredths + (digit >= 5 ? 1 : 0), digit != 0)
            default: isRounded = isRounded || digit != 0
            }
            index += 1
        }
        return index > start ? (hundredths, isRounded) : nil
    }
}

extension Span<UInt8> {
    /// The bytes of the currency sign at `index`, or 0 when there is none.
    fileprivate func currencySignLength(at index: Int, upTo end: Int) -> Int {
        guard index < end else { return 0 }
        if self[index] == UInt8(ascii: "$") { return 1 }
        if end - index >= 2, self[index] == 0xC2, self[index + 1] == 0xA3 || self[index + 1] == 0xA5 { return 2 }  // £ ¥
        if end - index >= 3, self[index] == 0xE2, self[index + 1] == 0x82, self[index + 2] == 0xAC { return 3 }  // €
        return 0
    }
}
