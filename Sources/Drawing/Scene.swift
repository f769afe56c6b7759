/// A finished picture: shapes and text at fixed positions, and what it says in words.
///
/// A scene is the one description from which every output is made. Backends
/// read it and never change it; two equal scenes give equal bytes.
public struct Scene: Hashable, Sendable {
    /// The size of the canvas.
    public var size: Size
    /// A short name, read first by assistive technology.
    public var title: String
    /// What a reader should learn from the picture without seeing it: a sentence, then the figures.
    public var summary: String
    /// What to draw, from back to front.
    public var nodes: [Node]
    /// What a program should find in the picture's file, in ASCII; empty for nothing.
    public var metadata: String

    public init(size: Size, title: String, summary: String, nodes: [Node], metadata: String = "") {
        self.size = size
        self.title = title
        self.summary = summary
        self.nodes = nodes
        self.metadata = metadata
    }

    /// One thing to draw.
    public enum Node: Hashable, Sendable {
        indirect case group(Role, [Node])
        /// The winding rule decides what is inside.
        case shape(Path, fill: Color?, stroke: Stroke?)
        case text(TextRun)
    }

    /// What part a group plays in the picture.
    public enum Role: Hashable, Sendable {
        case background, title, grid, marks, annotation, axis, legend, footnote
        /// The shapes that stand for one row of data.
        case mark(Datum)
        /// A part of a document's text.
        case structure(Structure)
    }

    /// The row of data that a mark stands for.
    public struct Datum: Hashable, Sendable {
        public var label: String
        /// Nil for what is no number, as the name of a category.
        public var value: Double?
        /// The value as the chart writes it.
        public var text: String

        public init(label: String, value: Double?, text: String) {
            self.label = label
            self.value = value
            self.text = text
        }
    }
}

extension Scene.Role {
    /// The role in one word, as a class or a tag.
    public var name: String {
        switch self {
        case .background: "background"
        case .title: "title"
        case .grid: "grid"
        case .marks: "marks"
        case .annotation: "annotation"
        case .axis: "axis"
        case .legend: "legend"
        case .footnote: "footnote"
        case .mark: "mark"
        case .structure(let structure): structure.name
        }
    }
}

extension Scene.Node {
    /// The smallest rectangle around what is drawn, strokes included; nil when nothing is.
    public var bounds: Rect? {
        switch self {
        case .group(_, let nodes): nodes.bounds
        case .shape(let path, _, let stroke): path.bounds?.inset(by: -(stroke?.width ?? 0) / 2)
        case .text(let run): run.bounds
        }
    }
}

extension [Scene.Node] {
    /// The smallest rectangle around what is drawn, strokes included; nil when nothing is.
    public var bounds: Rect? { lazy.compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 } }
}

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
