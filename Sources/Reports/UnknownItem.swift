public import Purchases

/// A shopper never bought an item that a question is about.
public struct UnknownItem: Error, Hashable, Sendable {
    public var item: String
    /// What the shopper did buy, the most often bought first.
    public var knownItems: [String]

    public init(item: String, knownItems: [String]) {
        self.item = item
        self.knownItems = knownItems
    }
}

extension [Purchase] {
    /// Returns the item's name as the log spells it: the very name, or one that differs in case alone, the latest of several.
    func itemName(matching text: String) -> String? {
        if contains(where: { $0.itemName == text }) { return text }
        let own = text.lowercased()
        return last { $0.itemName.lowercased() == own }?.itemName
    }
}

extension Question {
    /// Throws when the question is about an item that the shopper never bought.
    ///
    /// - Parameter history: all purchases of the shopper.
    public func checkItem(in history: [Purchase]) throws(UnknownItem) {
        let item = self[PriceHistoryReport.item]
        guard insight == .priceHistory, history.itemName(matching: item) == nil else { return }
        let counts = Dictionary(history.map { ($0.itemName, 1) }, uniquingKeysWith: +)
        let names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        throw UnknownItem(item: item, knownItems: names)
    }
}
