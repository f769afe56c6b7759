public import Reports

extension UnknownItem: CustomStringConvertible {
    public var description: String {
        let advice = suggestion.map { "Did you mean '\($0)'?" } ?? "The insight top-items names what was bought."
        return "There is no purchase of \(item.quoted). \(advice)"
    }

    /// The item that is most likely meant: one whose name has the text in it, or one that is spelled alike.
    private var suggestion: String? {
        let text = item.lowercased()
        let containing = text.count < 3 ? nil : knownItems.first { $0.lowercased().contains(text) }
        return containing ?? item.nearest(among: knownItems)
    }
}
