/// What a header calls a column: its name to compare by, and what stands beside it in parentheses.
struct ColumnName: Hashable {
    /// The column as the header writes it.
    let text: String
    let normalised: String
    /// What stands in parentheses or brackets, as the currency does in `Unit Price (USD)`.
    let annotation: String?

    init(_ text: String) {
        self.text = text
        var name = text
        var annotation: String?
        if let open = name.lastIndex(where: { $0 == "(" || $0 == "[" }), open > name.startIndex,
            let close = name[open...].firstIndex(where: { $0 == ")" || $0 == "]" }), name[close...].dropFirst().allSatisfy(\.isWhitespace)
        {
            annotation = String(name[name.index(after: open)..<close])
            name = String(name[..<open])
        }
        self.annotation = annotation
        normalised = Self.normalised(name)
    }

    /// The name in lower case, without white space, underscores, hyphens, points, quotes and byte order marks.
    static func normalised(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "_", "-", ".", ":", "*", "'", "’", "\"", "\u{FEFF}": continue
            case "º": scalars.append("°")
            default: if !scalar.properties.isWhitespace { scalars.append(scalar) }
            }
        }
        return String(scalars)
    }
}
