/// What came of reading a log: how many rows, why some were rejected, and the sums of the others.
public struct Reconciliation: Hashable, Sendable {
    /// A kind of fault, for counting.
    public struct Fault: Hashable, Sendable {
        /// The column as the header writes it, nil when whole rows are at fault.
        public var column: String?
        public var reason: Rejection.Reason
    }

    public private(set) var acceptedRows = 0
    public private(set) var rejectedRows = 0
    /// The first rejections, at most `maximumRejections`.
    public private(set) var rejections: [Rejection] = []
    public private(set) var rejectedRowsByFault: [Fault: Int] = [:]

    /// Rows whose total was the base price written as many times as the quantity says.
    public private(set) var repeatedTotals = 0
    /// Rows whose total could not be read and became base price × quantity.
    public private(set) var repairedTotals = 0
    /// Rows with a sum of more than two decimals.
    public private(set) var roundedSums = 0
    public private(set) var refunds = 0

    public private(set) var units = 0
    public private(set) var total = Money.zero
    public private(set) var firstDate: CalendarDate?
    public private(set) var lastDate: CalendarDate?
    public let dateOrder: DateOrder
    public let isDateOrderAmbiguous: Bool

    public static let maximumRejections = 100
    /// Shoppers are counted up to here.
    public static let maximumShoppers = 1_000_000

    // Hashes of ids in place of the ids: a tenth of the memory where ids are long, and two of a million
    // fall together once in 37 million logs.
    private var shoppers: Set<Int> = []

    public init(of log: PurchaseLog) {
        self.init(dateOrder: log.dateOrder, isDateOrderAmbiguous: log.isDateOrderAmbiguous)
    }

    init(dateOrder: DateOrder, isDateOrderAmbiguous: Bool) {
        self.dateOrder = dateOrder
        self.isDateOrderAmbiguous = isDateOrderAmbiguous
    }

    public var rows: Int { acceptedRows + rejectedRows }
    /// How many shoppers bought; when it is `maximumShoppers` there may be more.
    public var shopperCount: Int { shoppers.count }

    public mutating func record(_ row: PurchaseLog.Row) {
        switch row {
        case .purchase(let purchase, let repairs): record(purchase, repairs)
        case .rejected(let rejection):
            rejectedRows += 1
            if rejections.count < Self.maximumRejections { rejections.append(rejection) }
            rejectedRowsByFault[Fault(column: rejection.column, reason: rejection.reason), default: 0] += 1
        }
    }

    private mutating func record(_ purchase: Purchase, _ repairs: PurchaseLog.Repairs) {
        acceptedRows += 1
        if repairs.contains(.repeatedTotal) { repeatedTotals += 1 }
        if repairs.contains(.repairedTotal) { repairedTotals += 1 }
        if repairs.contains(.rounded) { roundedSums += 1 }
        if purchase.isRefund { refunds += 1 }
        units += purchase.quantity
        // A hostile log may add up to more than there are numbers: the sum then stays at its last value.
        let (sum, isOverflow) = total.hundredths.addingReportingOverflow(purchase.totalPrice.hundredths)
        if !isOverflow { total = Money(hundredths: sum) }
        firstDate = firstDate.map { min($0, purchase.date) } ?? purchase.date
        lastDate = lastDate.map { max($0, purchase.date) } ?? purchase.date
        if shoppers.count < Self.maximumShoppers { shoppers.insert(purchase.user.hashValue) }
    }
}
