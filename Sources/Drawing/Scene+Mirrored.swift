extension Scene {
    /// The picture for a reader who begins at the right: everything changes sides, and only the text reads as before.
    ///
    /// What stands for which row, and what lies over what, stays. Mirroring twice gives the scene again, but for the last bits of
    /// its coordinates.
    public func mirrored() -> Scene {
        var scene = self
        scene.nodes = nodes.map { $0.mirrored(in: size.width) }
        return scene
    }
}

extension Scene.Node {
    fileprivate func mirrored(in width: Double) -> Scene.Node {
        switch self {
        case .group(let role, let nodes): .group(role, nodes.map { $0.mirrored(in: width) })
        case .shape(let path, let fill, let stroke): .shape(path.mirrored(in: width), fill: fill, stroke: stroke)
        case .text(let run): .text(run.mirrored(in: width))
        }
    }
}

extension Path {
    /// Returns the path as a mirror shows it.
    ///
    /// All of its parts turn the other way round together, so what the winding rule counts as inside stays inside.
    func mirrored(in width: Double) -> Path {
        Path(
            elements.map { element in
                switch element {
                case .move(let point): .move(point.mirrored(in: width))
                case .line(let point): .line(point.mirrored(in: width))
                case .curve(let point, let control1, let control2):
                    .curve(
                        point.mirrored(in: width), control1: control1.mirrored(in: width), control2: control2.mirrored(in: width)
                    )
                case .close: .close
                }
            }
        )
    }
}

extension TextRun {
    fileprivate func mirrored(in width: Double) -> TextRun {
        var run = self
        run.position = position.mirrored(in: width)
        run.anchor =
            switch anchor {
            case .start: .end
            case .middle: .middle
            case .end: .start
            }
        return run
    }
}

extension Point {
    fileprivate func mirrored(in width: Double) -> Point { Point(x: width - x, y: y) }
}
