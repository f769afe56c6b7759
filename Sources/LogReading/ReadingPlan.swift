/// How a log was read, and by what each part of that was decided.
public struct ReadingSummary: Hashable, Sendable {
    /// An answer that was taken unseen.
    public struct TakenAnswer: Hashable, Sendable {
        public var question: LogQuestion
        public var choice: LogQuestion.Choice
    }

    public internal(set) var decisions: [LogDecision] = []
    /// Where the values of each field come from.
    public internal(set) var fields: [FieldSource] = []
    /// Columns that hold no field.
    public internal(set) var unusedColumns: [String] = []
    public internal(set) var takenAnswers: [TakenAnswer] = []
    /// What the log's sums are in, nil where it does not say.
    public internal(set) var currency: LogCurrency?
    /// The name of the known layout that the log has.
    public internal(set) var layout: String?
    /// Rows above the header.
    public internal(set) var preambleRows = 0
    public internal(set) var dateOrder = DateOrder.yearFirst

    public init() {}
}

/// What a log is read by, decided on the whole of it.
struct ReadingPlan: Sendable {
    var summary = ReadingSummary()
    var profile: LogProfile?
    var container = Container.plain
    var workbook: Workbook?
    var encoding = TextEncoding.utf8
    var dialect = Dialect()
    var mapsReturns = false
    var header: [String] = []
    var headerLine = 1
    var width = 0
    var layout = ColumnLayout(names: [], columns: [:], constants: [:])
    var rules = RowRules()

    mutating func decide(_ property: LogDecision.Property, _ value: String, by basis: String) {
        summary.decisions.append(LogDecision(property, value, by: basis))
    }

    /// Opens the log's text.
    func source(_ file: LogFile, _ options: PurchaseLog.Options) throws(PurchaseLogError) -> LogSource {
        let stream = try stream(file)
        guard encoding != .utf8 else { return LogSource(stream, mapsReturns: mapsReturns, maximumBytes: options.maximumBytes) }
        guard let transcoder = Transcoder(stream, from: encoding.name) else { throw .cannotRead(reason: "iconv does not know \(encoding)") }
        return LogSource(transcoder, mapsReturns: mapsReturns, maximumBytes: options.maximumBytes)
    }

    /// Opens the log's bytes, before they are taken for text.
    func stream(_ file: LogFile) throws(PurchaseLogError) -> any ByteStream {
        switch container {
        case .plain: return FileStream(file)
        case .gzip: return try GzipReader(file)
        case .zip(let member): return try ZipArchive(file).open(member)
        case .workbook(let sheet):
            guard let workbook else { throw .damagedArchive(reason: "it has no sheets") }
            return try SheetStream(workbook, sheet: sheet, in: file)
        }
    }

    /// Opens the log's records, behind its header.
    func records(_ file: LogFile, _ options: PurchaseLog.Options) throws(PurchaseLogError) -> RecordReader {
        var records = RecordReader(try source(file, options), dialect: dialect, options: options)
        while records.line < headerLine, let record = try records.next() {
            guard records.line == headerLine, case .fault(let fault, _) = record else { continue }
            if case .rowTooLong(let limit, _) = fault { throw .headerTooLong(limit: limit) }
            throw .unreadableHeader(fault == .unclosedQuote ? .unclosedQuote : .textAfterQuote)
        }
        records.width = width
        return records
    }
}
