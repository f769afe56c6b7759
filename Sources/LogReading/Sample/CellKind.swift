/// What a cell looks like before it is known what its column holds.
enum CellKind {
    case empty, number, date, word, text

    init(_ cell: String) {
        guard !cell.isEmpty else {
            self = .empty
            return
        }
        let bytes = Array(cell.utf8)
        let isPlain = bytes.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        if (try? WrittenNumber(bytes.span)) != nil, bytes.contains(where: \.isDigit), bytes.count <= 24 {
            self = .number
        } else if bytes.count <= 40, let date = try? WrittenDate(bytes.span), date.form != .serial {
            self = .date
        } else {
            self = isPlain ? .word : .text
        }
    }

    /// Whether such cells stand below a header and not in it.
    var isValue: Bool { self == .number || self == .date }
}
