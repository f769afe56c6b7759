extension Scene {
    /// What a group is to those who cannot see where it stands: a tag of a document (ISO 32000-1, section 14.8.4).
    public enum Structure: Hashable, Sendable {
        /// From 1, the document's own.
        case heading(level: Int)
        case paragraph, figure, table, row, columnHeading, cell
    }
}

extension Scene.Structure {
    /// The structure in one word, as a class.
    public var name: String {
        switch self {
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .figure: "figure"
        case .table: "table"
        case .row: "row"
        case .columnHeading: "column-heading"
        case .cell: "cell"
        }
    }
}
