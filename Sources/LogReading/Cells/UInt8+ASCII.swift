extension UInt8 {
    static let comma = UInt8(ascii: ",")
    static let point = UInt8(ascii: ".")
    static let quote = UInt8(ascii: "\"")
    static let space = UInt8(ascii: " ")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    var isLetterOrDigit: Bool { isDigit || isLetter }

    var isVisibleASCII: Bool { self &- 0x21 < 0x5E }

    /// Whether this is a space, or a tab, line feed, vertical tab, form feed or carriage return.
    var isWhiteSpace: Bool { self == 0x20 || self &- 9 < 5 }
}
