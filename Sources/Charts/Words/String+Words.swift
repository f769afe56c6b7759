import Drawing

extension String {
    /// The text as a part of a sentence whose order it does not disturb, as ``BidirectionalText`` tells.
    package var isolated: String { BidirectionalText.isolated(self) }
}

extension String {
    /// The text as it stands at the beginning, not within a sentence.
    var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }

    /// The text on one line: a name from a log may have breaks.
    var line: String { contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self }

    /// Returns the text on one line of at most `count` characters, the last of which tells where something was left out.
    package func clipped(to count: Int) -> String {
        let text = line
        return text.count <= count ? text : text.prefix(count - 1) + "…"
    }
}
