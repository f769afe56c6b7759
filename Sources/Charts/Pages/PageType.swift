import Drawing

/// The sizes of type on a page: 16 points of a scene are 12 of a printer's.
enum PageType {
    static let title = Font(.semibold, size: 26)
    static let subtitle = Font(size: 14)
    static let heading = Font(.semibold, size: 18)
    static let text = Font(size: 13)
    static let footer = Font(size: 11, numerals: .tabular)
    /// For a table, the largest in which its columns fit.
    static let cells = [12.0, 11, 10, 9, 8].map { Font(size: $0, numerals: .tabular) }

    static func columnHeading(beside cell: Font) -> Font { Font(.semibold, size: cell.size) }
}
