import Drawing

/// Numbers that look random and are the same in every run.
struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Double>) -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double(state >> 11) / 0x1p53
    }

    mutating func point() -> Point { Point(x: next(in: -50...250), y: next(in: -50...150)) }

    mutating func rect() -> Rect {
        let (one, other) = (point(), point())
        return Rect(left: min(one.x, other.x), top: min(one.y, other.y), right: max(one.x, other.x), bottom: max(one.y, other.y))
    }

    mutating func color() -> Color { Color(UInt32(next(in: 0...0xFF_FFFF))) }
}

extension Scene.Node {
    static let ruler = FixedAdvance()

    static func text(_ string: String, at point: Point, anchor: TextRun.Anchor = .start, size: Double = 10) -> Scene.Node {
        .text(TextRun(string, at: point, anchor: anchor, font: Font(size: size), color: .clear, measuring: ruler))
    }

    static func mark(_ label: String, _ nodes: [Scene.Node]) -> Scene.Node {
        .group(.mark(Scene.Datum(label: label, value: nil, text: label)), nodes)
    }

    static func rect(_ rect: Rect, stroke: Stroke? = nil) -> Scene.Node { .shape(Path(rect), fill: .clear, stroke: stroke) }
}

extension Scene {
    static func sample(_ nodes: [Node]) -> Scene { Scene(size: Size(width: 200, height: 100), title: "", summary: "", nodes: nodes) }

    /// Shapes, curves and texts in groups within groups, a part of it outside of the canvas.
    static func mixed(seed: UInt64) -> Scene {
        var numbers = Numbers(seed: seed)
        let anchors: [TextRun.Anchor] = [.start, .middle, .end]
        return sample(
            (0..<6).map { index in
                let path = Path(circleAround: numbers.point(), radius: numbers.next(in: 1...30))
                return .mark(
                    "\(index)",
                    [
                        .shape(path, fill: numbers.color(), stroke: Stroke(numbers.color(), width: numbers.next(in: 0...3))),
                        .group(
                            .annotation, [.text("No. \(index)", at: numbers.point(), anchor: anchors[index % 3]), .rect(numbers.rect())]),
                    ])
            })
    }
}

extension Point {
    func distance(to other: Point) -> Double { ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot() }
}

extension Path {
    /// Points on the outline, `count` of them on each line and curve.
    func points(each count: Int = 16) -> [Point] {
        var points: [Point] = []
        var (start, current) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        func add(_ place: (Double) -> Point) { points += (0...count).map { place(Double($0) / Double(count)) } }
        func line(_ from: Point, _ to: Point) { add { Point(x: from.x + (to.x - from.x) * $0, y: from.y + (to.y - from.y) * $0) } }
        for element in elements {
            switch element {
            case .move(let point): (start, current) = (point, point)
            case .line(let point):
                line(current, point)
                current = point
            case .curve(let point, let control1, let control2):
                let from = current
                add { t in
                    let s = 1 - t
                    let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
                    return Point(
                        x: a * from.x + b * control1.x + c * control2.x + d * point.x,
                        y: a * from.y + b * control1.y + c * control2.y + d * point.y)
                }
                current = point
            case .close:
                line(current, start)
                current = start
            }
        }
        return points
    }

    /// The area within the outline, of a path that crosses itself nowhere; what runs the other way round counts against it (the
    /// shoelace formula).
    var area: Double {
        let points = points(each: 64)
        return abs(zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    }
}
