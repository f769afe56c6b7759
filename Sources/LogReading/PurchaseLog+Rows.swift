import Purchases

extension PurchaseLog {
    /// The rows of a log, read one after the other; memory does not grow with their number.
    public struct Rows: ~Copyable {
        private var records: RecordReader
        private var reader: PurchaseReader
        private var sorter: RowSorter
        private let header: [[UInt8]]
        private let headerLine: Int
        private var isFirst = true

        init(_ plan: ReadingPlan, records: consuming RecordReader) {
            reader = PurchaseReader(layout: plan.layout, rules: plan.rules)
            sorter = RowSorter(layout: plan.layout, rules: plan.rules)
            header = plan.header.map { Array($0.utf8) }
            headerLine = plan.headerLine
            self.records = records
        }

        /// How many bytes of the file on disk have been used, for a progress bar.
        public var bytesRead: Int { records.bytesRead }

        /// Reads the next row, or returns nil after the last.
        public mutating func next() throws(PurchaseLogError) -> Row? {
            let record = try records.next()
            defer { isFirst = false }
            switch record {
            case nil: return nil
            case .fault(let fault, let excerpt):
                if case .fieldCount = fault, let reason = Self.reason(ofLine: excerpt) { return leftOut(reason, sum: nil) }
                return .rejected(
                    Rejection(line: records.line, value: excerpt, reason: fault.reason, explanation: fault.explanation))
            case .cells:
                let buffer = records.buffer
                return row(buffer.span, records.cells)
            }
        }

        private mutating func row(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> Row {
            if let reason = sorter.reason(bytes, cells) {
                if let other = reasonForFault(bytes, cells) { return leftOut(other, sum: nil) }
                return leftOut(reason, sum: reader.sum(bytes, cells))
            }
            do {
                var (purchase, repairs) = try reader.purchase(bytes, cells)
                if records.hasBareQuotes { repairs.insert(.bareQuotes) }
                if let column = reader.layout.customer, !bytes.hasDigit(bytes.content(cells[column].range)),
                    LogLayouts.totalWords.contains(ColumnName.normalised(purchase.user.rawValue))
                {
                    return leftOut(.totals, sum: nil)
                }
                return .purchase(purchase, repairs)
            } catch {
                if let reason = reasonForFault(bytes, cells) { return leftOut(reason, sum: nil) }
                return .rejected(rejection(of: error, bytes, cells))
            }
        }

        private func leftOut(_ reason: LeftOutReason, sum: Money?) -> Row {
            .leftOut(LeftOut(line: records.line, reason: reason.text(columns: reader.layout.names), sum: sum))
        }

        /// Why a row that cannot be read is no purchase at all.
        private func reasonForFault(_ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> LeftOutReason? {
            let texts = cells.map { bytes.content($0.range) }
            if texts.allSatisfy(\.isEmpty) { return .empty }
            func text(_ index: Int) -> String { String(excerptOf: bytes.extracting(texts[index]), limit: 60) }
            if let first = texts.firstIndex(where: { !$0.isEmpty }), bytes[texts[first].lowerBound] == UInt8(ascii: "#") { return .comment }
            if zip(texts, header).allSatisfy({ bytes.extracting($0).equals($1) }) { return .header }
            let layout = reader.layout
            // A word for a total in place of a purchase's own text.
            let places = Set(
                [layout.order, layout.customer, layout.date, layout.item, layout.product, layout.category, 0].compactMap { $0 })
            let needed = [layout.customer, layout.date, layout.item].compactMap { $0 }
            let lacksNeeded = needed.contains { texts[$0].isEmpty || LogLayouts.totalWords.contains(ColumnName.normalised(text($0))) }
            let isTotal = texts.indices.contains { index in
                (places.contains(index) || lacksNeeded) && texts[index].count <= 40
                    && LogLayouts.totalWords.contains(ColumnName.normalised(text(index)))
            }
            if isTotal, lacksNeeded { return .totals }
            // Below the header the kinds or units of the columns, or a line of dashes.
            if isFirst, headerLine > 0, texts.allSatisfy({ $0.allSatisfy { !bytes[$0].isDigit } }) { return .header }
            return nil
        }

        /// Why a line of another number of fields is no purchase.
        private static func reason(ofLine line: String) -> LeftOutReason? {
            if line.hasPrefix("#") { return .comment }
            let first = line.prefix { !",;\t|:".contains($0) }
            return LogLayouts.totalWords.contains(ColumnName.normalised(first.trimmingPrefix("\"").description)) ? .totals : nil
        }

        private func rejection(of fault: PurchaseReader.Fault, _ bytes: Span<UInt8>, _ cells: [RecordScanner.Cell]) -> Rejection {
            Rejection(
                line: records.line,
                column: reader.layout.names[fault.column],
                value: String(excerptOf: bytes.extracting(bytes.content(cells[fault.column].range))),
                reason: fault.reason,
                explanation: fault.explanation,
                sum: reader.sum(bytes, cells)
            )
        }
    }
}

extension LeftOutReason {
    /// The reason in words that rows are counted by.
    func text(columns: [String]) -> String {
        switch self {
        case .empty: "empty"
        case .header: "the header again, or the kinds of its columns"
        case .comment: "a comment"
        case .totals: "a sum of other rows"
        case .value(let value, let column): value.isEmpty ? "\(columns[column]) is empty" : "\(columns[column]) is \"\(value)\""
        case .currency(let code): "sums in \(code)"
        }
    }
}

extension RecordScanner.Fault {
    fileprivate var reason: Rejection.Reason {
        switch self {
        case .unclosedQuote: .unclosedQuote
        case .textAfterQuote: .textAfterQuote
        case .rowTooLong: .rowTooLong
        case .fieldCount: .fieldCount
        }
    }

    fileprivate var explanation: String? {
        switch self {
        case .unclosedQuote, .textAfterQuote: nil
        case .rowTooLong(let limit, hasLineBreaks: false): "is longer than \(limit.grouped) bytes"
        case .rowTooLong(let limit, hasLineBreaks: true): "opens a quote that is not closed within \(limit.grouped) bytes"
        case .fieldCount(let found, let expected):
            "has \(found.grouped) \(found == 1 ? "field" : "fields") where the header has \(expected.grouped)"
        }
    }
}
