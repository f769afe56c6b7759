import Charts

extension Document {
    /// The document for those who read no HTML: sentences, and tables as lines.
    ///
    /// - Parameters:
    ///   - list: what stands after the document; nil for nothing.
    ///   - unsubscribe: where to get no more of them; nil for nowhere.
    func plainText(rowLimit: Int, list: MailList? = nil, unsubscribe: String? = nil) -> String {
        var lines = [title, subtitle, ""]
        lines += cards.map { "\($0.label): \($0.figure)\($0.remark.isEmpty ? "" : " (\($0.remark))")" }
        for remark in remarks { lines += ["", remark] }
        for section in sections {
            lines += ["", "", section.title, String(repeating: "-", count: section.title.count), section.message, ""]
            lines += section.table.lines(limit: rowLimit) + [section.table.omission(beyond: rowLimit, in: locale)].compactMap { $0 }
        }
        if let list { lines += ["", ""] + list.plainTextLines }
        if let unsubscribe { lines += ["", "", locale.text(locale.unsubscribe, saying: unsubscribe)] }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension TextTable {
    /// Columns that stand one below the other in type of one width.
    fileprivate func lines(limit: Int) -> [String] {
        if columns.isEmpty { return [] }
        let shown = [columns.map(\.heading)] + rows(upTo: limit)
        let widths = columns.indices.map { index in shown.reduce(0) { max($0, $1[index].count) } }
        return shown.map { row in
            var line = row.enumerated().map { index, text in
                let space = String(repeating: " ", count: widths[index] - text.count)
                return columns[index].isNumber ? space + text : text + space
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
