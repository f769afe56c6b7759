/// Why a log cannot be read at all: nothing of it is kept.
public enum PurchaseLogError: Error, Hashable, Sendable {
    case cannotOpen(path: String, reason: String)
    /// A folder, a pipe or a device.
    case notAFile(path: String)
    case cannotRead(reason: String)
    case empty
    /// Another kind of file, and what it looks like.
    case notText(looksLike: String)
    /// Lines end in a carriage return alone.
    case bareCarriageReturns
    case truncatedGzip
    case damagedGzip(reason: String)
    /// More bytes than `Options.maximumBytes`, counted after inflating.
    case tooLong(limit: Int)

    /// More bytes than `Options.maximumRecordBytes`.
    case headerTooLong(limit: Int)
    /// The header's quotes do not match.
    case unreadableHeader(Rejection.Reason)
    case tooManyColumns(limit: Int)
    /// Needed fields without a column, and the columns there are. Of the two prices one is enough.
    case missingColumns([PurchaseLog.Field], found: [String])
    case repeatedColumns([String], field: PurchaseLog.Field)

    case malformedMapping(String)
    case unknownField(String)
    case unknownColumn(String, field: PurchaseLog.Field, found: [String])
}
