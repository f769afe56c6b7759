/// What a log writes before decimals.
public enum DecimalSign: String, Hashable, Sendable, CaseIterable {
    case point = "."
    case comma = ","

    /// Reads `.` or `,`, or their names.
    public init?(_ text: String) {
        switch text.lowercased() {
        case ".", "point", "dot": self = .point
        case ",", "comma": self = .comma
        default: return nil
        }
    }

    public var name: String { self == .point ? "point" : "comma" }
}

/// What the numbers of a whole log say about its decimal sign.
struct DecimalVotes {
    private(set) var points = 0
    private(set) var commas = 0
    private(set) var openPoints = 0
    private(set) var openCommas = 0
    /// Numbers such as `0,500`, whose comma parts no thousands.
    private(set) var commasAfterZero = 0
    /// How many of the open numbers are sums.
    private var openSums = 0
    /// The first open number, as the log writes it.
    private(set) var example: String?
    /// The first numbers that can be read in one way only.
    private(set) var pointExample: String?
    private(set) var commaExample: String?

    mutating func count(_ number: WrittenNumber, _ bytes: Span<UInt8>, isSum: Bool) {
        if isSum, number.evidence == .openPoint || number.evidence == .openComma { openSums += 1 }
        switch number.evidence {
        case .none: return
        case .decimalPoint:
            points += 1
            if pointExample == nil { pointExample = String(excerptOf: bytes, limit: 30) }
        case .decimalComma:
            commas += 1
            if commaExample == nil { commaExample = String(excerptOf: bytes, limit: 30) }
        case .openPoint:
            openPoints += 1
            if example == nil { example = String(excerptOf: bytes, limit: 30) }
        case .openComma:
            openCommas += 1
            if number.groupedMillionths == nil { commasAfterZero += 1 }
            if example == nil { example = String(excerptOf: bytes, limit: 30) }
        }
    }

    var hasOpen: Bool { openPoints + openCommas > 0 }

    /// What sums say that cannot have decimals, so that three digits behind a sign are thousands; nil where there is none, or some number
    /// says otherwise.
    var withoutDecimals: DecimalSign? {
        guard openSums > 0, points + commas + commasAfterZero == 0, openPoints == 0 || openCommas == 0 else { return nil }
        return openCommas > 0 ? .point : .comma
    }

    /// What the numbers that can be read in one way say; nil where they say nothing, or both.
    var certain: DecimalSign? {
        switch (points > 0, commas > 0) {
        case (true, false): commasAfterZero > 0 ? nil : .point
        case (false, true): .comma
        default: nil
        }
    }

    /// What is the likelier where it is open.
    var likelier: DecimalSign {
        if commasAfterZero > 0 { return .comma }
        if points != commas { return points > commas ? .point : .comma }
        return openPoints > 0 && openCommas == 0 ? .point : openCommas > 0 && openPoints == 0 ? .comma : .point
    }
}
