import Drawing

/// A part of a document that stands on one page, whole.
struct Block {
    enum Kind: Hashable {
        case text
        /// Stands again where its table goes on on another page.
        case tableHeading
        case tableRow
    }

    var kind = Kind.text
    var height: Double
    /// From the left edge of what is written and the upper edge of the block.
    var nodes: [Scene.Node]
    /// Room above, unless the block is the first on its page.
    var gap = 0.0
    /// Whether the next block must stand on the same page.
    var leadsNext = false
    var bookmark: String?
}
