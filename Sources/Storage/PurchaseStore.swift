public import Purchases

/// Where purchases are kept.
///
/// Every implementation passes the same tests, `PurchaseStoreTests`; a behaviour that is not tested there is not promised here.
/// Text is told apart by its bytes, as databases do it. What comes with a revision was read together with it, in one moment.
public protocol PurchaseStore: Sendable {
    /// Returns all of a shopper's purchases, by date, then order, then line.
    ///
    /// - Throws: `StorageError.unknownUser` when there is no such shopper.
    func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]>

    /// Returns all of a shopper's purchases as a log has them: by order, each order's lines as they stood.
    ///
    /// - Throws: `StorageError.unknownUser` when there is no such shopper.
    func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]>

    /// Returns what is known of a shopper's purchases without reading them.
    ///
    /// - Throws: `StorageError.unknownUser` when there is no such shopper.
    func summary(of user: UserID) async throws(StorageError) -> HistorySummary

    /// Returns the shopper's revision where it is at hand, and nil where it has to be asked for.
    func knownRevision(of user: UserID) -> Revision?

    /// Returns the code of ISO 4217 of what all sums are in; nil where nobody has named it.
    func currency() async throws(StorageError) -> String?

    /// Names what all sums are in, or takes the name away. The numbers stay as they are; every revision is another one then.
    func keepCurrency(_ code: String?) async throws

    /// Returns what the purchases of all shoppers are, as one number.
    func revision() async throws(StorageError) -> Revision

    /// Returns shoppers by id, at most `limit` of them.
    ///
    /// - Parameters:
    ///   - text: What the id contains, in whatever case; nil or empty for all. Every id after `cursor` is looked at.
    ///   - cursor: The last id of the page before; nil for the first page.
    func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]>

    /// Returns what the purchases of all shoppers say together. It is kept by the import, never scanned for.
    func statistics() async throws(StorageError) -> Versioned<ShopStatistics>

    /// Returns what all shoppers bought of each category in each month, by category, then month. It is kept by the import as well; a
    /// category's month in which nothing was bought is left out.
    func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]>

    /// Keeps all that `nextBatch` returns until it returns nothing, or, when that throws, none of it.
    ///
    /// Lines of one order all count, in whatever order they come. What becomes of an order that is kept from an earlier import is said by
    /// the settings. Imports happen one after the other; reads go on meanwhile and see what was kept before.
    ///
    /// - Throws: `StorageError`, whatever `nextBatch` throws, or `CancellationError` when the task was cancelled.
    func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) async throws -> ImportOutcome

    /// Returns the records of imports, the last first, at most `limit` of them.
    ///
    /// - Parameter number: the number of the last one on the page before; nil for the first page.
    func imports(before number: Int?, limit: Int) async throws(StorageError) -> [ImportRecord]

    /// Makes everything as it was before the last import that changed anything, and returns its record. Imports wait meanwhile.
    ///
    /// - Parameters:
    ///   - number: the import that is meant; nil for whichever is the last.
    ///   - time: when that is.
    /// - Throws: `UndoRefusal` or `StorageError`; nothing is undone then.
    func undoLastImport(_ number: Int?, at time: Timestamp) async throws -> ImportRecord

    /// Forgets all that is kept of a shopper, and returns how many purchases that were; nil when nothing was.
    ///
    /// What all shoppers bought together is counted without them afterwards.
    ///
    /// - Throws: `StorageError`.
    @discardableResult
    func forget(_ user: UserID) async throws -> Int?

    /// Counts anew what is kept beside the purchases, and returns how many counts were wrong. Imports wait meanwhile.
    ///
    /// - Throws: `StorageError`.
    func recount() async throws -> Int

    /// Throws when the store cannot be reached.
    func checkAvailability() async throws(StorageError)
}

extension PurchaseStore {
    public func knownRevision(of user: UserID) -> Revision? { nil }

    /// Keeps all that `nextBatch` returns, by the standard rule.
    public func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        try await importPurchases(ImportSettings(), nextBatch)
    }

    /// Returns what all of a shopper's purchases are, as one number.
    ///
    /// - Throws: `StorageError.unknownUser` when there is no such shopper.
    public func revision(of user: UserID) async throws(StorageError) -> Revision { try await summary(of: user).revision }

    /// Returns the categories of all shoppers, by name.
    public func categories() async throws(StorageError) -> Versioned<[String]> {
        try await categoryMonths().map { months in
            var names: [String] = []
            for month in months where names.last.map(ExactText.init) != ExactText(month.category) { names.append(month.category) }
            return names
        }
    }
}
