extension Scene.Node {
    /// Returns what is drawn, so far to the right and down.
    public func moved(right: Double, down: Double) -> Scene.Node {
        mapped({ Point(x: $0.x + right, y: $0.y + down) }, anchor: { $0 })
    }

    /// Returns what is drawn as its mirror image in a canvas of that width; texts change their place and their anchor, not their letters.
    public func mirrored(in width: Double) -> Scene.Node {
        mapped({ Point(x: width - $0.x, y: $0.y) }, anchor: \.opposite)
    }

    private func mapped(_ place: (Point) -> Point, anchor: (TextRun.Anchor) -> TextRun.Anchor) -> Scene.Node {
        switch self {
        case .group(let role, let nodes):
            return .group(role, nodes.map { $0.mapped(place, anchor: anchor) })
        case .shape(let path, let fill, let stroke):
            return .shape(path.mapped(place), fill: fill, stroke: stroke)
        case .text(var run):
            run.position = place(run.position)
            run.anchor = anchor(run.anchor)
            return .text(run)
        }
    }
}

extension Path {
    fileprivate func mapped(_ place: (Point) -> Point) -> Path { Path(elements.map { $0.mapped(place) }) }
}

extension TextRun.Anchor {
    fileprivate var opposite: TextRun.Anchor {
        switch self {
        case .start: .end
        case .middle: .middle
        case .end: .start
        }
    }
}

extension Scene {
    /// The picture for a reader who begins at the right: everything changes sides, and only the text reads as before.
    ///
    /// What stands for which row, and what lies over what, stays. All parts of a path turn the other way round together, so what
    /// the winding rule counts as inside stays inside. Mirroring twice gives the scene again, but for the last bits of its
    /// coordinates.
    public func mirrored() -> Scene {
        var scene = self
        scene.nodes = nodes.map { $0.mirrored(in: size.width) }
        return scene
    }
}
