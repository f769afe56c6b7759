extension String {
    /// The text as HTML content, or as the value of an attribute in quotes of either kind.
    package var escapedForHTML: String { escaped(includingApostrophes: true) }

    /// The text as XML content, or as the value of an attribute in double quotes, without the characters that XML forbids.
    package var escapedForXML: String { printable.escaped(includingApostrophes: false) }

    /// By scalars: a mark that combines with a "<" or a sign that goes before it makes another character of it, and a browser would still see
    /// the "<".
    private func escaped(includingApostrophes: Bool) -> String {
        guard utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'" where includingApostrophes: result.append(contentsOf: "&#39;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
