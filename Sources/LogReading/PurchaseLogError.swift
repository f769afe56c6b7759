/// Why a log cannot be read at all: nothing of it is kept.
public enum PurchaseLogError: Error, Hashable, Sendable {
    case cannotOpen(path: String, reason: String)
    /// A folder, a pipe or a device.
    case notAFile(path: String)
    case cannotRead(reason: String)
    case empty
    /// There is a header and nothing below it.
    case noRows
    /// Another kind of file, and what it looks like.
    case notText(looksLike: String)
    case truncatedGzip
    case damagedGzip(reason: String)
    /// A zip archive or a workbook that cannot be read.
    case damagedArchive(reason: String)
    /// An archive with more than one table, or with none.
    case notOneTable([String])
    /// A workbook without a sheet of that name, and those there are.
    case noSuchSheet(String, found: [String])
    /// A workbook with more bytes of texts than can be borne.
    case workbookTooLarge(limit: Int)
    /// More bytes than `Options.maximumBytes`, counted after inflating.
    case tooLong(limit: Int)

    /// More bytes than `Options.maximumRecordBytes`.
    case headerTooLong(limit: Int)
    /// The header's quotes do not match.
    case unreadableHeader(Rejection.Reason)
    case tooManyColumns(limit: Int)
    /// No row begins on the line that was said to be the header.
    case noHeaderRow(line: Int)
    /// The header has another number of fields than the rows.
    case headerWidth(found: Int, rows: Int)
    /// Needed fields without a column, and the columns there are. Of the two prices one is enough.
    case missingColumns([PurchaseLog.Field], found: [String])
    case repeatedColumns([String], field: PurchaseLog.Field)

    case malformedMapping(String)
    case unknownField(String)
    case unknownColumn(String, field: PurchaseLog.Field, found: [String])
    /// A column that an option names and the log does not have.
    case noSuchColumn(String, option: LogOption, found: [String])
    /// An option's value, and what is wrong with it in words that follow it.
    case unreadableOption(LogOption, String, String)

    /// What the log leaves open.
    case questions([LogQuestion])
}
