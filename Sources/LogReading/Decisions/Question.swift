/// What a log leaves open, and what may be answered.
public struct LogQuestion: Hashable, Sendable {
    /// An answer: an option with its value.
    public struct Choice: Hashable, Sendable {
        public var option: LogOption
        public var value: String
        /// What the answer would give, as in `1,859 is 1.859`.
        public var meaning: String
    }

    /// The option that settles it.
    public var option: LogOption
    /// What is open, in one sentence.
    public var text: String
    /// The answers that are known, the likeliest first; others can be given by the options.
    public var choices: [Choice]
    /// Whether the first choice is likelier than the others, so that it may be taken unseen by those who ask for that.
    public var hasLikelier = true

    public var likelier: Choice? { hasLikelier ? choices.first : nil }
}

extension LogQuestion.Choice {
    /// The choice as it is typed, as in `--set customer=me`.
    public var argument: String {
        let isPlain = value.utf8.allSatisfy { $0.isLetterOrDigit || "=-_./:,".utf8.contains($0) } && !value.isEmpty
        return "--\(option.rawValue) \(isPlain ? value : "'\(value.replacing("'", with: "'\\''"))'")"
    }
}

/// A property of a log that was decided, and by what.
public struct LogDecision: Hashable, Sendable {
    public enum Property: String, Hashable, Sendable, CaseIterable {
        case container, encoding, delimiter, quote, table, layout, decimal, currency, dates, spending, rows
    }

    public var property: Property
    /// What it is taken for, as in `Windows-1252`.
    public var value: String
    /// What it was decided by, as in `the bytes are not UTF-8`.
    public var basis: String

    init(_ property: Property, _ value: String, by basis: String) {
        self.property = property
        self.value = value
        self.basis = basis
    }
}

/// Where the values of a field come from.
public struct FieldSource: Hashable, Sendable {
    public var field: PurchaseLog.Field
    /// The column as the header writes it; nil where one value was given for all rows.
    public var column: String?
    /// The first three different values.
    public var samples: [String]
}
