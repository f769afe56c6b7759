extension Rejection {
    /// The kinds of fault, with the names they have in machine-readable answers.
    public enum Reason: String, Error, Hashable, Sendable, CaseIterable {
        // Of a whole row.
        case unclosedQuote = "unclosed-quote"
        case textAfterQuote = "text-after-quote"
        case rowTooLong = "row-too-long"
        case fieldCount = "field-count"

        // Of a cell's text.
        case empty
        case invalidUTF8 = "invalid-utf-8"
        case textTooLong = "text-too-long"
        case controlCharacter = "control-character"
        case noValue = "no-value"

        // Of a date.
        case notADate = "not-a-date"
        case noSuchDay = "no-such-day"
        case yearOutOfRange = "year-out-of-range"
        case yearNotFirst = "year-not-first"

        // Of a number.
        case notASum = "not-a-sum"
        case misplacedComma = "misplaced-comma"
        case sumOutOfRange = "sum-out-of-range"
        case notAQuantity = "not-a-quantity"
        case quantityTooFine = "quantity-too-fine"
        case quantityOutOfRange = "quantity-out-of-range"
    }
}

extension Rejection.Reason {
    /// What would mend it.
    public var remedy: String {
        switch self {
        case .unclosedQuote, .textAfterQuote: "double the quotes within the cell, or take stray ones out"
        case .rowTooLong: "close the quote, or shorten the row"
        case .fieldCount: "put the row's delimiters right, and quote cells that hold one"
        case .empty: "fill the cell in"
        case .invalidUTF8: "save the file in one encoding, or name it with --encoding"
        case .textTooLong: "shorten the text"
        case .controlCharacter: "take the character out"
        case .noValue: "write the customer's id"
        case .notADate: "write the date as 2024-01-31"
        case .noSuchDay: "write a day of the calendar, or say the order of the dates with --date-format"
        case .yearOutOfRange: "write the year of the common era in four digits"
        case .yearNotFirst: "write the year first, or give another --date-format"
        case .notASum, .misplacedComma: "write the sum as 1234.56, or say the decimal sign with --decimal"
        case .sumOutOfRange, .quantityOutOfRange: "write a smaller number"
        case .notAQuantity: "write the quantity as 2 or 0.75"
        case .quantityTooFine: "write the quantity with three decimals at most"
        }
    }

    /// What is wrong, in words that follow the value.
    public var explanation: String {
        switch self {
        case .unclosedQuote: "opens a quote that is never closed"
        case .textAfterQuote: "has text after a closing quote; double the quotes inside a quoted field"
        case .rowTooLong: "is too long"
        case .fieldCount: "has another number of fields than the header"
        case .empty: "is empty"
        case .invalidUTF8: "is not valid UTF-8"
        case .textTooLong: "is too long"
        case .controlCharacter: "has a control character or a line break"
        case .noValue: "stands for a missing value"
        case .notADate: "is not a date such as 2024-01-31 or 1/31/2024"
        case .noSuchDay: "is not a day of the calendar"
        case .yearOutOfRange: "has a year outside 1900 to 2199; years of the Buddhist era are 543 ahead"
        case .yearNotFirst: "does not begin with the year, as the given date format says"
        case .notASum: "is not a sum of money such as 1,234.56"
        case .misplacedComma: "has a comma that does not separate thousands"
        case .sumOutOfRange: "is beyond 1,000,000,000"
        case .notAQuantity: "is not a quantity such as 2 or 0.75"
        case .quantityTooFine: "has more than three decimals"
        case .quantityOutOfRange: "is beyond 1,000,000"
        }
    }
}
