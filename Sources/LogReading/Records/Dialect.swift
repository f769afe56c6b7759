/// How the text of a log is cut into cells.
public struct Dialect: Hashable, Sendable {
    public var delimiter = UInt8(ascii: ",")
    /// What stands around cells that hold delimiters; nil for nothing.
    public var quote: UInt8? = UInt8(ascii: "\"")
    /// Whether a backslash before a quote makes it part of the text; it is doubled otherwise.
    public var escapesWithBackslash = false
    /// Whether spaces may stand between a delimiter and an opening quote.
    var skipsSpaces = false
    /// Whether rows may leave out empty cells at their end, as those of a workbook do.
    var padsRows = false

    public init() {}

    /// The delimiter in words, as in `semicolons`.
    public var delimiterName: String { Self.name(of: delimiter) }

    static func name(of delimiter: UInt8) -> String {
        switch delimiter {
        case .comma: "commas"
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: "\t"): "tabs"
        case UInt8(ascii: "|"): "bars"
        case UInt8(ascii: " "): "spaces"
        default: "“\(Character(Unicode.Scalar(delimiter)))”"
        }
    }

    /// Reads what a person writes for a delimiter: the character, or `tab`, `comma`, `semicolon`, `pipe`, `space`.
    public static func delimiter(_ text: String) -> UInt8? {
        switch text.lowercased() {
        case "tab", "\\t": return UInt8(ascii: "\t")
        case "comma": return .comma
        case "semicolon": return UInt8(ascii: ";")
        case "pipe", "bar": return UInt8(ascii: "|")
        case "space": return UInt8(ascii: " ")
        default:
            guard text.utf8.count == 1, let byte = text.utf8.first, byte >= 0x20 || byte == 9, byte < 0x7F, !byte.isLetterOrDigit,
                byte != .quote
            else { return nil }
            return byte
        }
    }

    /// Reads what a person writes for a quote: `"`, `'`, `double`, `single` or `none`.
    public static func quote(_ text: String) -> UInt8?? {
        switch text.lowercased() {
        case "\"", "double": .some(.quote)
        case "'", "single": .some(UInt8(ascii: "'"))
        case "none", "": .some(nil)
        default: nil
        }
    }
}
