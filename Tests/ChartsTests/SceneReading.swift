import Drawing

extension Scene {
    /// Every line of text, in order of drawing.
    var texts: [TextRun] { nodes.flatMap(\.texts) }

    /// Every shape that is drawn.
    var shapes: [DrawnShape] { nodes.flatMap(\.shapes) }

    /// The rows of data, each with what is drawn for it.
    var marks: [DrawnMark] { nodes.flatMap(\.marks) }

    /// What is drawn in all groups of a role, those within others too.
    func nodes(of role: Role) -> [Node] { nodes.flatMap { $0.nodes(of: role) } }
}

/// What is drawn for a row of data.
struct DrawnMark {
    let datum: Scene.Datum
    let nodes: [Scene.Node]

    /// Not a number for what stands for a word.
    var value: Double { datum.value ?? .nan }

    var shapes: [DrawnShape] { nodes.flatMap(\.shapes) }
    var texts: [TextRun] { nodes.flatMap(\.texts) }

    /// Around its shapes, strokes included.
    var bounds: Rect? { shapes.lazy.compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 } }
}

struct DrawnShape {
    let path: Path
    let fill: Color?
    let stroke: Stroke?

    var bounds: Rect? { path.bounds?.inset(by: -(stroke?.width ?? 0) / 2) }
    var isVisible: Bool { fill != nil || stroke != nil }
}

extension Scene.Node {
    var texts: [TextRun] {
        switch self {
        case .group(_, let nodes): nodes.flatMap(\.texts)
        case .shape: []
        case .text(let run): [run]
        }
    }

    var shapes: [DrawnShape] {
        switch self {
        case .group(_, let nodes): nodes.flatMap(\.shapes)
        case .shape(let path, let fill, let stroke): [DrawnShape(path: path, fill: fill, stroke: stroke)]
        case .text: []
        }
    }

    var marks: [DrawnMark] {
        guard case .group(let role, let nodes) = self else { return [] }
        guard case .mark(let datum) = role else { return nodes.flatMap(\.marks) }
        return [DrawnMark(datum: datum, nodes: nodes)]
    }

    func nodes(of role: Scene.Role) -> [Scene.Node] {
        guard case .group(let own, let nodes) = self else { return [] }
        return own == role ? nodes : nodes.flatMap { $0.nodes(of: role) }
    }
}
