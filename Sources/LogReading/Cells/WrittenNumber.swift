/// A number as people write sums and quantities: `1,234.56`, `1.234,56 €`, `-$5`, `(12.00)`, `12.34-`, `1 234,5`, `1E+03`, `2 kg`.
///
/// A single point or comma before exactly three digits may part thousands or decimals; both values are kept until the whole file has
/// decided. Everything else can be read in one way.
struct WrittenNumber {
    /// What a number says of the sign that its file writes before decimals.
    enum Evidence: Hashable {
        case none
        case decimalPoint
        case decimalComma
        /// One point, or one comma, before three digits.
        case openPoint
        case openComma
    }

    /// In millionths, an open sign read as a decimal one; beyond six decimals rounded to the nearest, halves away from zero.
    let millionths: Int64
    /// In millionths, an open sign read as parting thousands; nil where that cannot be, as in `0,500`.
    let groupedMillionths: Int64?
    let evidence: Evidence
    /// Whether a digit other than zero stood beyond six decimals.
    let isRounded: Bool
    /// The bytes of the sign, code or unit beside the number.
    let annotation: Range<Int>?

    /// The largest magnitude that is read, in millionths.
    static let limit: Int64 = 1_000_000_000 * 1_000_000

    /// Returns the value, in millionths, where the file writes `decimal` before decimals.
    func value(_ decimal: DecimalSign) throws(Rejection.Reason) -> Int64 {
        let isGrouped =
            switch evidence {
            case .openPoint: decimal == .comma
            case .openComma: decimal == .point
            default: false
            }
        guard isGrouped else { return millionths }
        guard let groupedMillionths else { throw .misplacedComma }
        return groupedMillionths
    }

    init(_ bytes: Span<UInt8>) throws(Rejection.Reason) {
        if let plain = WrittenNumber(plain: bytes) {
            self = plain
        } else {
            try self.init(anyForm: bytes)
        }
    }

    /// Reads digits with at most a minus before and one or two decimals behind a point, as most numbers are; nil for all others.
    private init?(plain bytes: Span<UInt8>) {
        guard (1...12).contains(bytes.count) else { return nil }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var (value, places, hasPoint) = (Int64(0), 0, false)
        for index in (isNegative ? 1 : 0)..<bytes.count {
            let byte = bytes[index]
            if byte.isDigit {
                value = value &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
                if hasPoint { places += 1 }
            } else if byte == .point, !hasPoint, index > 0, bytes[index - 1].isDigit {
                hasPoint = true
            } else {
                return nil
            }
        }
        switch (hasPoint, places) {
        case (false, 0) where bytes[bytes.count - 1].isDigit: value = value &* 1_000_000
        case (true, 1): value = value &* 100_000
        case (true, 2): value = value &* 10_000
        default: return nil
        }
        guard value <= Self.limit else { return nil }
        millionths = isNegative ? -value : value
        groupedMillionths = nil
        evidence = hasPoint ? .decimalPoint : .none
        isRounded = false
        annotation = nil
    }

    private init(anyForm bytes: Span<UInt8>) throws(Rejection.Reason) {
        var (index, end) = (0, bytes.count)
        var isNegative = false
        if end >= 2, bytes[0] == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")") {
            isNegative = true
            (index, end) = (1, end - 1)
        } else if end >= 1, bytes[0] == UInt8(ascii: "'") {
            // Amazon and Excel keep a number from being taken for a formula so.
            index = 1
            if end >= 3, bytes[end - 1] == UInt8(ascii: "'") { end -= 1 }
        }
        // The sign stands before or after the number or what is beside it, once; parentheses are a sign.
        var hasSign = isNegative
        var annotation: Range<Int>?
        func readSign() -> Bool {
            guard !hasSign else { return false }
            let length = bytes.signLength(at: index, upTo: end)
            guard length > 0 else { return false }
            isNegative = bytes[index] != UInt8(ascii: "+")
            hasSign = true
            index += length
            return true
        }
        func skipSpaces() { index += bytes.spacesLength(at: index, upTo: end) }

        while index < end, !bytes[index].isDigit, bytes[index] != .point, bytes[index] != .comma {
            if readSign() { continue }
            let spaces = bytes.spacesLength(at: index, upTo: end)
            if spaces > 0 {
                index += spaces
                continue
            }
            guard annotation == nil else { throw .notASum }
            let start = index
            while index < end, !bytes[index].isDigit, bytes.spacesLength(at: index, upTo: end) == 0,
                bytes.signLength(at: index, upTo: end) == 0
            { index += 1 }
            annotation = start..<index
        }
        let body = try Body(bytes, &index, end)
        if index < end, body.maySuffer(bytes, at: index) { throw body.fault }
        skipSpaces()
        if readSign() { skipSpaces() }
        if index < end {
            guard annotation == nil else { throw .notASum }
            let start = index
            while index < end, !bytes[index].isDigit, bytes.spacesLength(at: index, upTo: end) == 0,
                bytes.signLength(at: index, upTo: end) == 0
            { index += 1 }
            annotation = start..<index
            skipSpaces()
            if readSign() { skipSpaces() }
        }
        guard index == end else { throw .notASum }
        guard abs(body.millionths) <= Self.limit, abs(body.groupedMillionths ?? 0) <= Self.limit else { throw .sumOutOfRange }
        millionths = isNegative ? -body.millionths : body.millionths
        groupedMillionths = body.groupedMillionths.map { isNegative ? -$0 : $0 }
        evidence = body.evidence
        isRounded = body.isRounded
        self.annotation = annotation
    }
}
