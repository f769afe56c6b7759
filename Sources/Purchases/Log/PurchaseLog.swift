/// A purchase log on disk: its columns found, its dates told apart, ready to be read as often as wanted.
///
///     let log = try PurchaseLog(contentsOf: "purchases.csv.gz")
///     var reconciliation = Reconciliation(of: log)
///     var rows = try log.rows()
///     while let row = try rows.next() {
///         reconciliation.record(row)
///         if case .purchase(let purchase, _) = row { … }
///     }
///
/// The file is open as long as the log lives, and may be unlinked meanwhile.
public struct PurchaseLog: Sendable {
    /// The order in which dates that end with their year are read.
    public let dateOrder: DateOrder
    /// Whether `dateOrder` is a guess, since the dates could be read either way.
    public let isDateOrderAmbiguous: Bool
    /// The columns, as the header names them.
    public var columns: [String] { layout.names }
    /// The size of the file on disk.
    public var byteCount: Int { file.byteCount }

    private let file: LogFile
    private let layout: ColumnLayout
    private let options: Options

    /// Opens the file, inflating it when it is gzip, finds its columns, and reads it once to tell its dates apart.
    ///
    /// Throws when the file as a whole is no purchase log; rows at fault are left to `rows()`.
    public init(contentsOf path: String, options: Options = Options()) throws(PurchaseLogError) {
        try self.init(LogFile(path: path), options: options)
    }

    /// Reads an open file, which may have no name any more, likewise.
    ///
    /// - Parameter descriptor: the file's; it may be closed afterwards.
    public init(contentsOfDescriptor descriptor: Int32, options: Options = Options()) throws(PurchaseLogError) {
        try self.init(LogFile(descriptor: descriptor), options: options)
    }

    private init(_ file: LogFile, options: Options) throws(PurchaseLogError) {
        try FileKind.check(try LogSource(file, maximumBytes: options.maximumBytes).next(FileKind.headBytes))

        var records = RecordReader(try LogSource(file, maximumBytes: options.maximumBytes), options: options)
        let layout = try ColumnLayout(header: try records.header(), columns: options.columns)
        records.width = records.fieldCount
        var votes = DateVotes()
        while let record = try records.next() {
            guard case .cells = record else { continue }
            let bytes = records.buffer.span
            let cell = bytes.trimmed(records.cells[layout.date].range)
            if let date = try? WrittenDate(bytes.extracting(cell)) { votes.count(date) }
        }

        self.file = file
        self.layout = layout
        self.options = options
        dateOrder = options.dateOrder ?? votes.order
        isDateOrderAmbiguous = options.dateOrder == nil && votes.isAmbiguous
    }

    /// Starts reading the rows from the first.
    public func rows() throws(PurchaseLogError) -> Rows {
        try Rows(file, options: options, reader: PurchaseReader(layout: layout, dateOrder: dateOrder))
    }
}
