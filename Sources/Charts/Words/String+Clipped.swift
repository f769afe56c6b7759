extension String {
    /// The text on one line: a name from a log may have breaks.
    var line: String { contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self }

    /// Returns the text on one line of at most `count` characters, the last of which tells where something was left out.
    package func clipped(to count: Int) -> String {
        let text = line
        return text.count <= count ? text : text.prefix(count - 1) + "…"
    }
}
