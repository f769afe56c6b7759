/// How the outline of a shape is drawn.
public struct Stroke: Hashable, Sendable {
    public var color: Color
    public var width: Double
    /// Lengths of dashes and gaps in turn; none for an unbroken line.
    public var dashes: [Double]

    public init(_ color: Color, width: Double = 1, dashes: [Double] = []) {
        self.color = color
        self.width = width
        self.dashes = dashes
    }
}

/// The bundled typeface at one weight and size.
public struct Font: Hashable, Sendable {
    public enum Weight: Hashable, Sendable, CaseIterable { case regular, semibold }
    public enum Numerals: Hashable, Sendable {
        case proportional
        /// All digits equally wide, so that numbers line up in a column.
        case tabular
    }

    public var weight: Weight
    /// In points.
    public var size: Double
    public var numerals: Numerals

    public init(_ weight: Weight = .regular, size: Double, numerals: Numerals = .proportional) {
        self.weight = weight
        self.size = size
        self.numerals = numerals
    }
}
