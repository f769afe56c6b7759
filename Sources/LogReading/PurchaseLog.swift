/// A purchase log on disk: how it is to be read is decided, and it can be read as often as wanted.
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
    /// How it is read, and by what that was decided.
    public var summary: ReadingSummary { plan.summary }
    /// The columns, as the header names them.
    public var columns: [String] { plan.layout.names }
    /// The size of the file on disk.
    public var byteCount: Int { file.byteCount }

    private let plan: ReadingPlan
    private let file: LogFile
    private let options: Options

    /// Opens the file, and reads it once to decide how its rows are to be read.
    ///
    /// Throws when the file as a whole is no purchase log, and `PurchaseLogError.questions` when it leaves something open; rows at fault
    /// are left to `rows()`.
    public init(contentsOf path: String, options: Options = Options()) throws(PurchaseLogError) {
        try self.init(LogFile(path: path), options: options)
    }

    /// Reads an open file, which may have no name any more, likewise.
    ///
    /// - Parameter descriptor: the file's; it may be closed afterwards.
    public init(contentsOfDescriptor descriptor: Int32, options: Options = Options()) throws(PurchaseLogError) {
        try self.init(LogFile(descriptor: descriptor), options: options)
    }

    /// Returns the columns of an open file as its header names them, or the cells of its first row where no line is plainly a header; nil
    /// where nothing of it can be read without being told how.
    ///
    /// That tells whether two logs come from the same program, whatever else they leave open.
    public static func columns(ofDescriptor descriptor: Int32, maximumBytes: Int) throws(PurchaseLogError) -> [String]? {
        var options = Options()
        options.maximumBytes = maximumBytes
        return try? LogInspector(LogFile(descriptor: descriptor), options).columns()
    }

    private init(_ file: LogFile, options: Options) throws(PurchaseLogError) {
        plan = try LogInspector(file, options).plan()
        self.file = file
        self.options = options
    }

    /// Starts reading the rows from the first.
    public func rows() throws(PurchaseLogError) -> Rows {
        Rows(plan, records: try plan.records(file, options))
    }
}
