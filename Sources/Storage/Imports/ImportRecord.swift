public import Purchases

/// What an import was and what it did, as it is remembered.
public struct ImportRecord: Hashable, Sendable {
    /// A log that was imported.
    public struct File: Hashable, Sendable {
        public var name: String
        /// SHA-256 of its bytes, in 64 hexadecimal digits; nil where it is not known.
        public var digest: String?

        public init(name: String, digest: String?) {
            self.name = name
            self.digest = digest
        }
    }

    /// How a log was read that did not speak for itself.
    public struct Reading: Hashable, Sendable {
        /// A digest of the names of its columns.
        public var header: String
        /// What was said of it, as `PurchaseLog.Options.text` writes it; empty where nothing was.
        public var options: String

        public init(header: String, options: String) {
            self.header = header
            self.options = options
        }
    }

    /// Imports are numbered as they come, from 1 on.
    public var number: Int
    public var time: Timestamp?
    public var files: [File]
    /// Nil where it is not known, or not kept since it named a shopper who was forgotten.
    public var reading: Reading?
    public var rule: MergeRule
    /// What it did; its single orders are not remembered.
    public var outcome: ImportOutcome
    /// The currency that it named for the database; nil where there was one, or it named none.
    public var namedCurrency: String?
    /// When it was undone; nil where it holds.
    public var undoing: Timestamp?
    /// Whether it is the last one that changed anything, and was not undone.
    public var canBeUndone: Bool

    public init(
        number: Int, origin: ImportOrigin?, rule: MergeRule, outcome: ImportOutcome, namedCurrency: String?, undoing: Timestamp? = nil,
        canBeUndone: Bool
    ) {
        self.number = number
        time = origin?.time
        files = origin?.files ?? []
        reading = origin?.reading
        self.rule = rule
        self.outcome = outcome
        self.outcome.changes = []
        self.namedCurrency = namedCurrency
        self.undoing = undoing
        self.canBeUndone = canBeUndone
    }
}

/// Where what is imported comes from, as far as its record says it.
public struct ImportOrigin: Hashable, Sendable {
    public var files: [ImportRecord.File]
    public var time: Timestamp
    public var reading: ImportRecord.Reading?

    public init(files: [ImportRecord.File], time: Timestamp, reading: ImportRecord.Reading? = nil) {
        self.files = files
        self.time = time
        self.reading = reading
    }
}

/// Why no import is undone.
public enum UndoRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing was imported, or by an earlier version, which kept no record.
    case nothing
    /// The last import that changed something was undone already; what was before it is not kept.
    case undoneAlready(number: Int)
    /// Another import came after the one that was meant.
    case notTheLast(number: Int, last: Int)

    public var description: String {
        switch self {
        case .nothing: "There is no import that could be undone."
        case .undoneAlready(let number): "Import \(number) was undone already, and only the last import can be."
        case .notTheLast(let number, let last): "Import \(number) is not the last one, which is \(last); only that can be undone."
        }
    }
}

extension ImportOutcome {
    /// Whether anything is kept otherwise than before.
    package var isChange: Bool { newOrders + replacedOrders + extendedOrders > 0 }
}
