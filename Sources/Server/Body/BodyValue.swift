import Purchases

/// How a member of a body is read.
struct BodyValue<Value: Sendable>: Sendable {
    /// What it has to be, as in "a string".
    let expectation: String
    /// Returns the value, or throws what is wrong with it and what to write instead.
    let read: @Sendable (SentJSON) throws(Unreadable) -> Value

    init(_ expectation: String, read: @escaping @Sendable (SentJSON) throws(Unreadable) -> Value) {
        self.expectation = expectation
        self.read = read
    }
}

extension BodyValue<String> {
    /// Text of at least one character that can be seen, and without control characters; noncharacters are replaced.
    ///
    /// - Parameter limit: in characters.
    static func text(upTo limit: Int, mayBeEmpty: Bool = false) -> BodyValue {
        let expectation = "a string of \(mayBeEmpty ? "at most" : "1 to") \(limit) characters"
        return BodyValue(expectation) { json throws(Unreadable) in
            guard case .string(let text) = json else { throw Unreadable("is \(json.kind), not \(expectation)") }
            if !mayBeEmpty, text.allSatisfy(\.isWhitespace) { throw Unreadable("is blank, not \(expectation)") }
            // One character may have any number of bytes: a family of four has 25, twice as many if each has a color of skin.
            if text.utf8.count > limit * 50 { throw Unreadable("has \(text.utf8.count) bytes, not \(limit * 50) at most") }
            if text.count > limit { throw Unreadable("has \(text.count) characters, not \(limit) at most") }
            if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                throw Unreadable("has a line break or another control character; remove it")
            }
            return text.replacingNoncharacters
        }
    }
}

extension BodyValue<Bool> {
    static let flag = BodyValue("true or false") { json throws(Unreadable) in
        guard case .boolean(let value) = json else { throw Unreadable("is \(json.kind), not true or false") }
        return value
    }
}

extension BodyValue<Int> {
    static func wholeNumber(in range: ClosedRange<Int>) -> BodyValue {
        let expectation = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return BodyValue(expectation) { json throws(Unreadable) in
            guard case .number(let text) = json, let number = Int(text), range.contains(number) else {
                throw Unreadable("is \(json.kind), not \(expectation)")
            }
            return number
        }
    }
}

extension BodyValue<[SentJSON]> {
    static let elements = BodyValue("a list in brackets") { json throws(Unreadable) in
        guard case .array(let elements) = json else { throw Unreadable("is \(json.kind), not a list in brackets") }
        return elements
    }
}

extension BodyValue<CalendarDate> {
    static let date = BodyValue("a date such as \"2024-03-31\"") { json throws(Unreadable) in
        guard case .string(let text) = json else { throw Unreadable("is \(json.kind), not a date such as \"2024-03-31\"") }
        guard let date = CalendarDate(text) else { throw Unreadable("is \(text.quoted), not a date such as 2024-03-31") }
        return date
    }
}

extension BodyValue<Money> {
    /// The dearest thing anybody buys by such a list.
    private static let priceLimit = Money(hundredths: 1_000_000_00)

    /// A number from 0 to a million with at most two decimals, read exactly.
    static let price = BodyValue("a number from 0 to 1000000 with at most two decimals") { json throws(Unreadable) in
        let expectation = "a number from 0 to 1000000 with at most two decimals, such as 2.5"
        guard case .number(let text) = json else { throw Unreadable("is \(json.kind), not \(expectation)") }
        let parts = text.split(separator: ".", maxSplits: 1)
        let decimals = parts.count > 1 ? parts[1].reversed().drop { $0 == "0" }.count : 0
        guard let whole = Int64(parts[0]), !text.hasPrefix("-"), decimals <= 2,
            let fraction = parts.count > 1 ? Int64((parts[1] + "0").prefix(2)) : 0,
            parts.count < 2 || parts[1].allSatisfy({ "0"..."9" ~= $0 }), whole <= priceLimit.thousandths / 1_000,
            case let price = Money(hundredths: whole * 100 + fraction), price <= priceLimit
        else { throw Unreadable("is \(json.kind), not \(expectation)") }
        return price
    }
}

extension BodyValue<SentJSON> {
    /// Whatever it is.
    static let any = BodyValue("a value") { json throws(Unreadable) in json }
}
