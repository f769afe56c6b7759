import Drawing

/// The sizes of type in every chart.
enum TypeScale {
    static let title = Font(.semibold, size: 16)
    /// In a picture too small for the full size.
    static let smallTitle = Font(.semibold, size: 12)
    static let subtitle = Font(size: 12)
    static let tick = Font(size: 11, numerals: .tabular)
    static let value = Font(.semibold, size: 11, numerals: .tabular)
    /// In rows too low for the full size.
    static let smallTick = Font(size: 10, numerals: .tabular)
    static let smallValue = Font(.semibold, size: 10, numerals: .tabular)
    static let label = Font(.semibold, size: 12)
    static let footnote = Font(size: 10)
    /// Sizes of a big number, the largest that fits being taken.
    static let figures = [34.0, 28, 24, 20, 17, 14, 12].map { Font(.semibold, size: $0) }
}
