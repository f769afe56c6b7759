public import Drawing

/// The sheets that a document is printed on.
public enum Paper: String, CaseIterable, Sendable {
    case a4, letter

    /// What printers hold where the locale is spoken.
    public init(usedIn locale: Locale) {
        self = locale == .americanEnglish ? .letter : .a4
    }

    /// In points of a scene, 96 to the inch.
    public var size: Size {
        switch self {
        // 210 by 297 mm.
        case .a4: Size(width: 210 / 25.4 * 96, height: 297 / 25.4 * 96)
        // 8.5 by 11 inches.
        case .letter: Size(width: 816, height: 1056)
        }
    }
}
