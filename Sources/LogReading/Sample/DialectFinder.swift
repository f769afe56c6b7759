/// Finds how the text of a log is cut into cells, by the consistency of what each way of cutting comes to.
///
/// The measure is that of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019), on the
/// widths of rows and the kinds of cells; before it counts how many known columns the best row names.
struct DialectFinder {
    struct Score {
        var dialect: Dialect
        /// Fields that the row names that names most.
        var recognised: Int
        var consistency: Double
    }

    let text: [UInt8]
    let options: PurchaseLog.Options

    /// Returns the best dialect, and whether another is as good.
    func best() -> Score {
        let scores = candidates.map(score)
        return scores.dropFirst().reduce(scores[0]) { best, next in
            // One name more may be chance where the names are few.
            if next.recognised != best.recognised { return next.recognised > best.recognised ? next : best }
            return next.consistency > best.consistency * 1.0001 ? next : best
        }
    }

    private static let rareDelimiters: [UInt8] = [.space] + "^~:!#&%*".utf8

    private var candidates: [Dialect] {
        var delimiters = [UInt8.comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] + Self.rareDelimiters
        if let delimiter = options.delimiter { delimiters = [delimiter] }
        var dialects: [Dialect] = []
        for delimiter in delimiters where delimiter == .comma || options.delimiter != nil || text.contains(delimiter) {
            var plain = Dialect()
            plain.delimiter = delimiter
            if let quote = options.quote {
                plain.quote = quote
                dialects.append(plain)
            } else {
                dialects.append(plain)
                if begins(with: UInt8(ascii: "'"), after: delimiter) {
                    var single = plain
                    single.quote = UInt8(ascii: "'")
                    dialects.append(single)
                }
            }
        }
        let hasBackslashes = contains([UInt8(ascii: "\\"), .quote])
        return dialects.flatMap { dialect in
            var variants = [dialect]
            if hasBackslashes, dialect.quote != nil {
                var escaping = dialect
                escaping.escapesWithBackslash = true
                variants.append(escaping)
            }
            if dialect.delimiter != .space, let quote = dialect.quote, contains([dialect.delimiter, .space, quote]) {
                variants += variants.map {
                    var spaced = $0
                    spaced.skipsSpaces = true
                    return spaced
                }
            }
            return variants
        }
    }

    private func contains(_ pattern: [UInt8]) -> Bool {
        text.indices.dropLast(pattern.count - 1).contains { text[$0] == pattern[0] && text[$0...].starts(with: pattern) }
    }

    /// Whether cells begin with a quote: after a delimiter, or at the start of a line.
    private func begins(with quote: UInt8, after delimiter: UInt8) -> Bool {
        var previous = UInt8.lineFeed
        for byte in text {
            if byte == quote, previous == delimiter || previous == .lineFeed { return true }
            if byte != .space || delimiter == .space { previous = byte }
        }
        return false
    }

    private func score(_ dialect: Dialect) -> Score {
        let table = SampleTable(text, dialect: dialect, options: options, limit: 200)
        let rows = table.rows.filter { !$0.isBlank }
        let recognised = rows.prefix(60).map { LayoutFinder.recognised($0.cells, options: options) }.max() ?? 0
        guard !rows.isEmpty else { return Score(dialect: dialect, recognised: 0, consistency: 0) }
        let widths = Dictionary(grouping: rows, by: \.cells.count).mapValues(\.count)
        let patterns = widths.reduce(0.0) { $0 + Double($1.value) * Double($1.key - 1) / Double($1.key) } / Double(widths.count)
        var (cells, typed) = (0, 0.0)
        for row in rows.prefix(100) {
            for cell in row.cells {
                cells += 1
                switch CellKind(cell) {
                case .text: typed += cell.contains("\"") || cell.hasPrefix("'") ? 0 : 0.3
                default: typed += 1
                }
            }
        }
        // A space parts words as well, and others stand in texts: as delimiters they must explain much.
        let isLikely =
            Self.rareDelimiters.contains(dialect.delimiter) && options.delimiter == nil
            ? recognised >= 4 && (widths.values.max() ?? 0) * 10 >= rows.count * 9 : true
        // Lines that cannot be cut speak against the way of cutting.
        let share = Double(rows.count) / Double(rows.count + table.faults)
        return Score(
            dialect: dialect, recognised: isLikely ? recognised : 0,
            consistency: isLikely ? patterns * max(typed, 0.001) / Double(cells) * share * share : 0)
    }
}
