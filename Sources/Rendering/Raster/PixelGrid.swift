import Drawing

/// The pixels of a bitmap, seen from a scene.
///
/// Straight horizontal and vertical edges are moved onto the borders of
/// pixels, by less than a pixel, so that a bar ends sharply and a hairline is
/// not smeared over two rows. Everything else stays where it is.
struct PixelGrid {
    /// In pixels to the point.
    var scale: Double

    /// A path to draw, where its points stand on the grid, and how wide its stroke is, in points.
    struct Outline {
        private let source: Path
        let strokeWidth: Double
        private let placement: Placement?

        fileprivate struct Placement {
            var x: Axis
            var y: Axis
            /// Whether the path is moved and stretched as a whole, and not edge by edge.
            var isStretched: Bool
        }

        /// A path that stays where it is.
        init(_ path: Path, strokeWidth: Double) {
            (source, self.strokeWidth, placement) = (path, strokeWidth, nil)
        }

        fileprivate init(_ path: Path, strokeWidth: Double, placement: Placement) {
            (source, self.strokeWidth, self.placement) = (path, strokeWidth, placement)
        }

        /// The path on the grid.
        var path: Path { placement == nil ? source : Path(elements.map { $0 }) }

        /// The elements of the path, their points on the grid.
        var elements: some Sequence<Path.Element> {
            source.elements.lazy.map { $0.mapped(place) }
        }

        private func place(_ point: Point) -> Point {
            guard let placement else { return point }
            return placement.isStretched
                ? Point(x: placement.x.stretched(point.x), y: placement.y.stretched(point.y))
                : Point(x: placement.x.snapped(point.x), y: placement.y.snapped(point.y))
        }
    }

    /// Returns `path` with its edges on the grid.
    ///
    /// A path of horizontal and vertical lines has each of its edges moved and its stroke rounded to whole
    /// pixels, at least one. A rectangle with rounded corners is moved and stretched as a whole.
    func snapped(_ path: Path, strokeWidth: Double?) -> Outline {
        guard path.isRectilinear, let bounds = path.bounds else { return Outline(path, strokeWidth: strokeWidth ?? 0) }
        let strokePixels = strokeWidth.map { max(1, rounded($0 * scale)) } ?? 0
        // The middle of an odd number of pixels is the middle of one; of an even number it is a border.
        let shift = strokePixels.truncatingRemainder(dividingBy: 2) / 2
        // A single line is as wide as its stroke only across; its ends lie on borders.
        let x = Axis(from: bounds.left, to: bounds.right, scale: scale, shift: bounds.height == 0 ? 0 : shift)
        let y = Axis(from: bounds.top, to: bounds.bottom, scale: scale, shift: bounds.width == 0 ? 0 : shift)
        return Outline(
            path, strokeWidth: strokePixels / scale, placement: Outline.Placement(x: x, y: y, isStretched: path.hasCurves))
    }

    /// Returns the number of pixels of a length in points, at least one.
    func pixels(_ length: Double) -> Double { max(1, rounded(length * scale)) }
}

/// Halves always go up, so two edges a whole number of pixels apart stay so.
private func rounded(_ value: Double) -> Double { (value + 0.5).rounded(.down) }

extension PixelGrid {
    /// One direction of the grid, for a path that reaches from one coordinate to another.
    fileprivate struct Axis {
        let scale: Double
        let shift: Double
        let start: Double
        let newStart: Double
        let stretch: Double
        /// Whether the path is so thin that it would lie within one border and vanish; it is left to antialiasing then.
        let isTooThin: Bool

        init(from start: Double, to end: Double, scale: Double, shift: Double) {
            (self.scale, self.shift, self.start) = (scale, shift, start)
            self.newStart = (rounded(start * scale - shift) + shift) / scale
            let newEnd = (rounded(end * scale - shift) + shift) / scale
            self.isTooThin = newStart == newEnd && start != end
            self.stretch = end > start ? (newEnd - newStart) / (end - start) : 1
        }

        func snapped(_ value: Double) -> Double {
            isTooThin ? value : (rounded(value * scale - shift) + shift) / scale
        }

        func stretched(_ value: Double) -> Double {
            isTooThin ? value : newStart + (value - start) * stretch
        }
    }
}

extension Path {
    /// Whether the path is made of horizontal and vertical lines, and of curves that round a corner between two such lines.
    var isRectilinear: Bool {
        var start = Point(x: 0, y: 0)
        var current = start
        for element in elements {
            switch element {
            case .move(let point):
                start = point
                current = point
            case .line(let point):
                guard point.x == current.x || point.y == current.y else { return false }
                current = point
            case .curve(let point, let control1, let control2):
                let turnsFromVertical = control1.x == current.x && control2.y == point.y
                let turnsFromHorizontal = control1.y == current.y && control2.x == point.x
                guard turnsFromVertical || turnsFromHorizontal else { return false }
                current = point
            case .close:
                guard start.x == current.x || start.y == current.y else { return false }
                current = start
            }
        }
        return true
    }

    fileprivate var hasCurves: Bool {
        elements.contains { if case .curve = $0 { true } else { false } }
    }
}
