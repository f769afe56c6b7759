import Drawing

extension Scene {
    /// Throws the first coordinate that cannot be drawn: one that is no number, or lies out of all proportion.
    func checkCoordinates() throws(RenderingError) {
        for node in nodes { try node.checkCoordinates() }
    }
}

extension Scene.Node {
    fileprivate func checkCoordinates() throws(RenderingError) {
        switch self {
        case .group(_, let nodes): for node in nodes { try node.checkCoordinates() }
        case .text(let run): try run.position.check()
        case .shape(let path, _, _): try path.check()
        }
    }
}

extension Path {
    /// Throws a coordinate that cannot be drawn.
    func check() throws(RenderingError) {
        for element in elements {
            switch element {
            case .move(let point), .line(let point): try point.check()
            case .curve(let point, let control1, let control2):
                try control1.check()
                try control2.check()
                try point.check()
            case .close: break
            }
        }
    }
}

extension Point {
    /// Throws a coordinate that cannot be drawn.
    func check() throws(RenderingError) {
        // A comparison with NaN is false, so this finds it too.
        guard abs(x) <= Surface.farthest else { throw .coordinate(x) }
        guard abs(y) <= Surface.farthest else { throw .coordinate(y) }
    }
}
