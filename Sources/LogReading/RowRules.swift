/// What was decided of a log that its rows are read by.
struct RowRules: Hashable, Sendable {
    var decimal = DecimalSign.point
    var dateOrder = DateOrder.yearFirst
    var spending = SpendingSign.positive
    var filters = RowFilters()
    /// The currency that sums must be in where they name one; nil for any.
    var currency: LogCurrency?
    /// How many decimals sums are kept with: those of the currency, 2 where none is known.
    var sumDecimals = 2
    /// Whether rows leave out what the row above them says of the same order.
    var fillsDown = false
    var defaultItem: String?
    /// What dates were told apart by, for those that cannot be read so.
    var encoding = TextEncoding.utf8
}
