import Foundation
public import Purchases

/// What came of reading a log: how it was read, how many rows were kept, left out and rejected and why, and their sums.
public struct Reconciliation: Hashable, Sendable {
    /// A kind of fault, for counting.
    public struct Fault: Hashable, Sendable {
        /// The column as the header writes it, nil when whole rows are at fault.
        public var column: String?
        public var reason: Rejection.Reason
    }

    /// Rows of one kind, and what they come to together.
    public struct Share: Hashable, Sendable {
        public var rows = 0
        public var sum = Money.zero

        mutating func add(_ sum: Money?) {
            rows += 1
            if let sum { self.sum = self.sum.adding(sum) }
        }
    }

    public private(set) var acceptedRows = 0
    public private(set) var rejectedRows = 0
    /// The first rejections, at most `maximumRejections`.
    public private(set) var rejections: [Rejection] = []
    public private(set) var rejectedRowsByFault: [Fault: Int] = [:]
    /// What rejected rows come to, as far as that can be read, and how many of them do not say.
    public private(set) var rejectedSum = Money.zero
    public private(set) var rejectedRowsWithoutSum = 0
    /// Rows that are neither purchases nor at fault, by the reason.
    public private(set) var leftOut: [String: Share] = [:]

    /// Rows whose total was the base price written as many times as the quantity says.
    public var repeatedTotals: Int { repairs[.repeatedTotal]?.rows ?? 0 }
    /// Rows whose total was empty and became base price × quantity.
    public var computedTotals: Int { repairs[.computedTotal]?.rows ?? 0 }
    /// Rows whose sum had more than two decimals.
    public var roundedSums: Int { repairs[.rounded]?.rows ?? 0 }
    /// Rows that were mended while they were read, by what was mended.
    public var repairs: [PurchaseLog.Repairs: Share] {
        var repairs: [PurchaseLog.Repairs: Share] = [:]
        for (repair, share) in zip(PurchaseLog.Repairs.all, repairShares) where share.rows > 0 { repairs[repair] = share }
        return repairs
    }
    /// In the order of `Repairs.all`: most rows of the known log are mended, and none of them should cost a hash.
    private var repairShares = [Share](repeating: Share(), count: PurchaseLog.Repairs.all.count)
    public private(set) var refunds = 0
    /// Rows of days that have not come, which are kept.
    public private(set) var futureRows = 0

    /// The first rows as they were read, at most `maximumFirstPurchases`.
    public private(set) var firstPurchases: [Purchase] = []
    public private(set) var units = Quantity.zero
    public private(set) var total = Money.zero
    public private(set) var firstDate: CalendarDate?
    public private(set) var lastDate: CalendarDate?
    /// How the log was read.
    public let summary: ReadingSummary

    public static let maximumRejections = 100
    public static let maximumFirstPurchases = 8
    /// Shoppers are counted up to here.
    public static let maximumShoppers = 1_000_000
    /// Reasons that rows are left out for are told apart up to here.
    private static let maximumReasons = 100

    // Hashes of ids in place of the ids: a tenth of the memory where ids are long, and two of a million
    // fall together once in 37 million logs.
    private var shoppers: Set<Int> = []

    private let today: CalendarDate

    /// - Parameter today: the last day that has come; as long as it is today anywhere on earth when left out.
    public init(of log: PurchaseLog, today: CalendarDate? = nil) { self.init(summary: log.summary, today: today) }

    init(summary: ReadingSummary, today: CalendarDate? = nil) {
        self.summary = summary
        // Fourteen hours before UTC it is tomorrow already.
        self.today = today ?? CalendarDate(dayNumber: Int((Date().timeIntervalSince1970 + 14 * 3600) / 86_400))
    }

    public var rows: Int { acceptedRows + rejectedRows + leftOutRows }
    public var leftOutRows: Int { leftOut.values.reduce(0) { $0 + $1.rows } }
    public var leftOutSum: Money { leftOut.values.reduce(.zero) { $0.adding($1.sum) } }
    /// What all rows come to, kept or not, as far as that can be read.
    public var fileTotal: Money { total.adding(leftOutSum).adding(rejectedSum) }
    /// How many shoppers bought; when it is `maximumShoppers` there may be more.
    public var shopperCount: Int { shoppers.count }
    public var dateOrder: DateOrder { summary.dateOrder }
    /// Whether `dateOrder` is the likelier of several, taken unseen.
    public var isDateOrderAmbiguous: Bool { summary.takenAnswers.contains { $0.choice.option == .dateFormat } }

    public mutating func record(_ row: PurchaseLog.Row) {
        switch row {
        case .purchase(let purchase, let repairs): record(purchase, repairs)
        case .rejected(let rejection):
            rejectedRows += 1
            if let sum = rejection.sum { rejectedSum = rejectedSum.adding(sum) } else { rejectedRowsWithoutSum += 1 }
            if rejections.count < Self.maximumRejections { rejections.append(rejection) }
            rejectedRowsByFault[Fault(column: rejection.column, reason: rejection.reason), default: 0] += 1
        case .leftOut(let row):
            let reason = leftOut[row.reason] == nil && leftOut.count >= Self.maximumReasons ? "of another kind" : row.reason
            leftOut[reason, default: Share()].add(row.sum)
        }
    }

    private mutating func record(_ purchase: Purchase, _ repairs: PurchaseLog.Repairs) {
        acceptedRows += 1
        if acceptedRows <= Self.maximumFirstPurchases { firstPurchases.append(purchase) }
        if !repairs.isEmpty {
            for (place, repair) in PurchaseLog.Repairs.all.enumerated() where repairs.contains(repair) {
                repairShares[place].add(purchase.totalPrice)
            }
        }
        if purchase.isRefund { refunds += 1 }
        if purchase.date > today { futureRows += 1 }
        units += purchase.quantity
        total = total.adding(purchase.totalPrice)
        firstDate = firstDate.map { min($0, purchase.date) } ?? purchase.date
        lastDate = lastDate.map { max($0, purchase.date) } ?? purchase.date
        if shoppers.count < Self.maximumShoppers { shoppers.insert(purchase.user.hashValue) }
    }
}

extension Money {
    /// The sum of both; a hostile log may add up to more than there are numbers, and the sum then stays where it was.
    fileprivate func adding(_ other: Money) -> Money {
        let (sum, isOverflow) = thousandths.addingReportingOverflow(other.thousandths)
        return isOverflow ? self : Money(thousandths: sum)
    }
}
