import Drawing

/// Puts blocks on pages, one below the other, none of them cut.
struct PageFlow {
    struct Placed {
        var block: Block
        /// From the upper edge of what is written.
        var top: Double
    }

    /// The room on a page.
    let height: Double
    private(set) var pages: [[Placed]] = [[]]
    /// Where the next block may stand.
    private(set) var top = 0.0
    private var tableHeading: Block?

    /// - Parameter height: infinite for a page that grows.
    init(height: Double) { self.height = height }

    mutating func place(_ blocks: [Block]) {
        var rest = blocks[...]
        while !rest.isEmpty {
            let end = rest.firstIndex { !$0.leadsNext } ?? rest.endIndex - 1
            let group = rest[...end]
            rest = rest[(end + 1)...]
            if !isAtTop, top + group.reduce(0, { $0 + $1.gap + $1.height }) > height { turn() }
            if isAtTop, group.first?.kind == .tableRow, let tableHeading { put(tableHeading) }
            for block in group { put(block) }
        }
    }

    private var isAtTop: Bool { pages[pages.count - 1].isEmpty }

    private mutating func turn() {
        pages.append([])
        top = 0
    }

    private mutating func put(_ block: Block) {
        // Blocks that must stay together and are higher than a page: they go on, rather than be lost.
        if !isAtTop, top + block.gap + block.height > height { turn() }
        if !isAtTop { top += block.gap }
        if block.kind == .tableHeading { tableHeading = block }
        pages[pages.count - 1].append(Placed(block: block, top: top))
        top += block.height
    }
}

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
