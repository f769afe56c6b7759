import Purchases
import Storage

extension SQLConnection {
    /// Keeps the record of the import that is running.
    func keepRecord(of outcome: ImportOutcome, _ settings: ImportSettings, namedCurrency: String?, wasEmpty: Bool) throws {
        let number = try first("SELECT imports FROM store") { $0.integer(0) } ?? 0
        let files = (settings.origin?.files ?? []).map(\.line).joined(separator: "\n")
        try run(
            """
            INSERT INTO import_record (
                number, imported, files, rule, was_empty, is_change, currency, new_orders, restarted_orders, replaced_orders, extended_orders,
                unchanged_orders, lines, known_lines, sum_before, sum_after, header, reading
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """,
            number, settings.origin?.time.secondsSince1970, files, settings.rule.rawValue, wasEmpty ? 1 : 0, outcome.isChange ? 1 : 0,
            namedCurrency ?? "", outcome.newOrders, outcome.restartedOrders, outcome.replacedOrders, outcome.extendedOrders,
            outcome.unchangedOrders, outcome.lines, outcome.knownLines, outcome.sumBefore.thousandths, outcome.sumAfter.thousandths,
            settings.origin?.reading?.header ?? "", settings.origin?.reading?.options ?? "")
    }

    /// Returns the records of imports, the last first.
    func importRecords(before number: Int?, limit: Int) throws -> [ImportRecord] {
        let last = try lastChange()?.number
        return try rows(
            """
            SELECT number, imported, files, rule, currency, new_orders, restarted_orders, replaced_orders, extended_orders, unchanged_orders,
                lines, known_lines, sum_before, sum_after, undone, header, reading
            FROM import_record WHERE number < $1 ORDER BY number DESC LIMIT $2
            """, number.map(Int64.init) ?? .max, max(0, limit)
        ) { row in
            var outcome = ImportOutcome(
                newOrders: Int(row.integer(5)), replacedOrders: Int(row.integer(7)), unchangedOrders: Int(row.integer(9)),
                lines: Int(row.integer(10)))
            (outcome.restartedOrders, outcome.extendedOrders) = (Int(row.integer(6)), Int(row.integer(8)))
            outcome.knownLines = Int(row.integer(11))
            (outcome.sumBefore, outcome.sumAfter) = (Money(thousandths: row.integer(12)), Money(thousandths: row.integer(13)))
            let files = row.text(2).split(separator: "\n").map { ImportRecord.File(line: $0) }
            let time = row.isNull(1) ? nil : Timestamp(row.integer(1))
            var record = ImportRecord(
                number: Int(row.integer(0)), origin: nil, rule: MergeRule(rawValue: row.text(3)) ?? .standard, outcome: outcome,
                namedCurrency: row.text(4).isEmpty ? nil : row.text(4), undoing: row.isNull(14) ? nil : Timestamp(row.integer(14)),
                canBeUndone: row.isNull(14) && row.integer(0) == last)
            (record.files, record.time) = (files, time)
            if !row.text(15).isEmpty { record.reading = ImportRecord.Reading(header: row.text(15), options: row.text(16)) }
            return record
        }
    }

    /// Forgets how logs were read where that names a shopper.
    func forgetReadings(naming user: UserID) throws {
        let readings = try rows("SELECT number, reading FROM import_record WHERE reading <> ''") { ($0.integer(0), $0.text(1)) }
        for (number, options) in readings where options.contains(user.rawValue) {
            try run("UPDATE import_record SET header = '', reading = '' WHERE number = $1", number)
        }
    }

    /// Returns the last import that changed anything.
    func lastChange() throws -> (number: Int64, wasEmpty: Bool, isUndone: Bool)? {
        try first(
            "SELECT number, was_empty, undone FROM import_record WHERE is_change = 1 ORDER BY number DESC LIMIT 1"
        ) { ($0.integer(0), $0.integer(1) != 0, !$0.isNull(2)) }
    }
}

extension ImportRecord.File {
    private static let digestLength = 64
    private static let unknownDigest = String(repeating: "-", count: digestLength)

    /// As `sha256sum` writes it, with hyphens in place of a digest that is not known.
    fileprivate var line: String {
        "\(digest ?? Self.unknownDigest)  \(name.split(whereSeparator: \.isNewline).joined(separator: " "))"
    }

    fileprivate init(line: Substring) {
        let digest = line.prefix(Self.digestLength)
        self.init(
            name: String(line.dropFirst(Self.digestLength + 2)), digest: digest == Self.unknownDigest ? nil : String(digest))
    }
}
