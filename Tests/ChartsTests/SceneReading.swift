import Drawing

extension Scene {
    /// Every line of text, in order of drawing.
    var texts: [TextRun] { nodes.flatMap(\.texts) }

    /// The shapes that stand for rows of data, with the row each stands for.
    var marks: [(datum: Scene.Datum, path: Path, fill: Color?)] { nodes.flatMap(\.marks) }

    /// Every shape that is drawn.
    var shapes: [(path: Path, fill: Color?, stroke: Stroke?)] { nodes.flatMap(\.shapes) }
}

extension Scene.Node {
    var texts: [TextRun] {
        switch self {
        case .group(_, let nodes): nodes.flatMap(\.texts)
        case .shape: []
        case .text(let run): [run]
        }
    }

    var shapes: [(path: Path, fill: Color?, stroke: Stroke?)] {
        switch self {
        case .group(_, let nodes): nodes.flatMap(\.shapes)
        case .shape(let path, let fill, let stroke): [(path, fill, stroke)]
        case .text: []
        }
    }

    var marks: [(datum: Scene.Datum, path: Path, fill: Color?)] {
        guard case .group(let role, let nodes) = self else { return [] }
        guard case .mark(let datum) = role else { return nodes.flatMap(\.marks) }
        return nodes.flatMap(\.shapes).map { (datum, $0.path, $0.fill) }
    }
}
