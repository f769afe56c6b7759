extension Scene {
    /// A row of data and where the picture shows it.
    public struct Region: Hashable, Sendable {
        public var datum: Datum
        /// In whole pixels of the bitmap, within its borders.
        public var frame: Rect
    }

    /// Returns the box of every mark that stands for a row, in the order of drawing: a later one lies over an earlier one.
    ///
    /// For image maps and tooltips. A box has all pixels that the mark touches; one that is too thin to be seen has one pixel.
    ///
    /// - Parameter scale: pixels to the point.
    public func regions(scale: Double) -> [Region] {
        let canvas = Rect(left: 0, top: 0, right: (size.width * scale).rounded(), bottom: (size.height * scale).rounded())
        return nodes.flatMap { $0.marks }.compactMap { datum, nodes in
            nodes.bounds.map { Region(datum: datum, frame: $0.pixels(scale: scale, within: canvas)) }
        }
    }
}

extension Scene.Node {
    /// What stands for a row of data, marks within marks included.
    fileprivate var marks: [(datum: Scene.Datum, nodes: [Scene.Node])] {
        guard case .group(let role, let nodes) = self else { return [] }
        let inner = nodes.flatMap(\.marks)
        guard case .mark(let datum) = role else { return inner }
        return [(datum, nodes)] + inner
    }
}

extension Rect {
    /// Returns the whole pixels that the rectangle touches, at least one, moved onto the canvas where it lies outside.
    fileprivate func pixels(scale: Double, within canvas: Rect) -> Rect {
        func span(_ start: Double, _ end: Double, _ limit: Double) -> (start: Double, end: Double) {
            // An edge on a border, but for the last bits of its coordinate, touches nothing beyond.
            let first = min(max((start * scale + 1e-6).rounded(.down), 0), limit - 1)
            return (first, max(min((end * scale - 1e-6).rounded(.up), limit), first + 1))
        }
        let (across, down) = (span(left, right, canvas.right), span(top, bottom, canvas.bottom))
        return Rect(left: across.start, top: down.start, right: across.end, bottom: down.end)
    }
}
