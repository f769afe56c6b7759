extension String {
    /// The text as XML content, or as the value of an attribute in double quotes.
    var xmlEscaped: String {
        // By scalars: a mark that combines with "<" makes another character of it, and XML would still see the "<".
        var result = String.UnicodeScalarView()
        for scalar in printable.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
