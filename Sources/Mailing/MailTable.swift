import Charts
import Drawing

/// The table below a picture in a mail, as HTML.
///
/// Its cells are most of a mail's values: by a template they took longer than the pictures.
struct MailTable {
    let html: String

    /// - Parameter rowLimit: rows that are shown; how many are left out stands below them.
    init(_ section: Document.Section, rowLimit: Int) {
        let (table, locale) = (section.table, section.chart.locale)
        // Outlook for Windows does not know `start` and `end`.
        let (start, end) = locale.isRightToLeft ? ("right", "left") : ("left", "right")
        /// Words beside a name, where there are many columns: there is no room for them on a telephone.
        let isExtra = table.columns.indices.map { $0 > 0 && table.columns.count > 4 && !table.columns[$0].isNumber }
        func head(_ index: Int) -> String {
            let column = table.columns[index]
            return """
                <th class="muted rule\(isExtra[index] ? " wide" : "")" scope="col" align="\(column.isNumber ? end : start)" \
                style="padding:4px 4px;font-size:12px;line-height:16px;color:#5a6675;border-bottom:1px solid #8a94a3">\
                \(column.heading.escapedForHTML)</th>
                """
        }
        func cell(_ index: Int, _ text: String) -> String {
            let isNumber = table.columns[index].isNumber
            // A name's line may be broken, but no number's and no date's, which is short.
            let isWrapped = index == 0 || !isNumber && text.count > 20
            return """
                <td class="ink rule\(isExtra[index] ? " wide" : "")"\(isNumber ? "" : " dir=\"auto\"") align="\(isNumber ? end : start)" \
                style="padding:4px 4px;font-size:13px;line-height:18px;color:#1b2430;border-bottom:1px solid #e3e7ec;\
                \(isWrapped ? "min-width:72px;word-break:break-word" : "white-space:nowrap")">\(text.escapedForHTML)</td>
                """
        }
        var html = """
            <table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
            <tr>\(table.columns.indices.map(head).joined())</tr>

            """
        for row in table.rows(upTo: rowLimit) { html += "<tr>\(row.enumerated().map(cell).joined())</tr>\n" }
        html += "</table>"
        if let omission = table.omission(beyond: rowLimit, in: locale) {
            html += """

                <p class="muted" dir="ltr" align="\(start)" style="margin:6px 4px 0;font-size:12px;line-height:16px;color:#5a6675">\
                \(omission.escapedForHTML)</p>
                """
        }
        self.html = html
    }
}
