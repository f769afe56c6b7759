/// A reason bytes are no history, or a history has no bytes.
public enum HistoryError: Error, Hashable, Sendable {
    /// A later version of this program wrote it, with this first byte.
    case unknownFormat(UInt8)
    /// The bytes are not what any version writes: the disk, or another program, has changed them.
    case damaged(Damage)
    /// A value is beyond what a history holds.
    case outOfRange(Part)
    /// It would take more bytes than one piece may have; above `History.lineLimit` a history is kept by years.
    case tooLarge(bytes: Int)

    public enum Damage: String, Hashable, Sendable {
        case truncated, leftover, number, length, text, reference, order, deflate
    }

    public enum Part: String, Hashable, Sendable {
        case decimals, article, day, second, lines, orders
    }
}

extension HistoryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownFormat(let byte): "The history has format \(byte), which a newer version of this program wrote."
        case .damaged(let damage): "The history is damaged: \(damage.explanation)."
        case .outOfRange(let part): "The history's \(part.rawValue) are out of range."
        case .tooLarge(let bytes): "The history takes \(bytes) bytes; \(History.byteLimit) are allowed."
        }
    }
}

extension HistoryError.Damage {
    fileprivate var explanation: String {
        switch self {
        case .truncated: "it ends too early"
        case .leftover: "something follows its end"
        case .number: "a number is not in its shortest form or out of range"
        case .length: "a length is more than there is"
        case .text: "a text is not UTF-8"
        case .reference: "a number stands for nothing"
        case .order: "its orders are not in order"
        case .deflate: "it does not decompress"
        }
    }
}
