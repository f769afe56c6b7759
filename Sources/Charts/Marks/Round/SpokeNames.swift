import Drawing
import Foundation

/// Names around a round plot, each at the end of its spoke: wrapped, then cut, then every second one or fewer.
struct SpokeNames {
    private let names: [String]
    private let angles: [Double]
    private let isCircle: Bool
    private let beginAlike: Bool
    private let context: LayoutContext

    /// - Parameters:
    ///   - angles: of the spokes in radians, clockwise from 12 o'clock.
    ///   - isCircle: whether what is drawn reaches its radius all around, or at the spokes alone.
    init(_ names: [String], at angles: [Double], isCircle: Bool, in context: LayoutContext) {
        self.names = names
        self.angles = angles
        self.isCircle = isCircle
        self.context = context
        beginAlike = RowNames.beginAlike(names)
    }

    /// A plot with its names.
    struct Arrangement {
        let center: Point
        let radius: Double
        let boxes: [Rect]
        let texts: [Scene.Node]
        /// Whether every name is there, in full.
        let isComplete: Bool
    }

    private static let gap = 8.0
    private static let style = TextStyle.name
    /// How wide names may be, and in how many lines, the most telling first.
    private static let shapes: [(width: Double, lines: Int)] = [(140, 2), (100, 2), (70, 2), (70, 1), (48, 1)]
    /// More names around a plot are not read.
    private static let most = 60
    /// A plot in so large a part of the lesser side is large enough.
    private static let wishedShare = 0.33
    private static let leastRadius = 26.0
    /// What a plot with a legend or a subtitle is at least, of the picture's lesser side: they go before it becomes too small.
    private static let leastShare = 0.19
    /// So many names are all there before there is a legend.
    private static let fewNames = 12

    /// Returns the largest plot with names that have room, or nil when it would be too small to be read.
    func arranged(in body: Rect, detail: LevelOfDetail) -> Arrangement? {
        let side = min(body.width, body.height)
        let isDetailed = detail >= .legend
        let least = max(Self.leastRadius, isDetailed ? min(context.size.width, context.size.height) * Self.leastShare : 0)
        guard side > 2 * least else { return nil }
        var stride = max(1, (names.count + Self.most - 1) / Self.most)
        while stride == 1 || stride <= names.count / 2 && (names.count > Self.fewNames || !isDetailed) {
            let shown = Swift.stride(from: 0, to: names.count, by: stride).map { $0 }
            var best: Arrangement?
            for shape in Self.shapes {
                guard let found = arranged(shown, shape, in: body), found.radius >= least else { continue }
                if found.radius > (best?.radius ?? 0) { best = found }
                if found.radius >= side * Self.wishedShare { return found }
            }
            if let best { return best }
            stride = max(stride + 1, stride * 5 / 4)
        }
        return nil
    }

    private struct Placed {
        let block: TextBlock
        let sine: Double
        let cosine: Double

        /// Near the top and the bottom a name stands in the middle, elsewhere it begins or ends at its spoke.
        var anchor: TextRun.Anchor { abs(sine) < 0.12 ? .middle : sine > 0 ? .start : .end }

        /// Around the middle of the plot.
        func box(radius: Double) -> Rect {
            let point = Point(x: (radius + SpokeNames.gap) * sine, y: -(radius + SpokeNames.gap) * cosine)
            let (width, height) = (block.width, block.height)
            let left =
                switch anchor {
                case .start: point.x
                case .middle: point.x - width / 2
                case .end: point.x - width
                }
            let top = point.y - cosine * height / 2 - height / 2
            return Rect(left: left, top: top, right: left + width, bottom: top + height)
        }
    }

    private func arranged(_ shown: [Int], _ shape: (width: Double, lines: Int), in body: Rect) -> Arrangement? {
        let placed = shown.map { index in
            Placed(block: block(names[index], shape), sine: sin(angles[index]), cosine: cos(angles[index]))
        }.filter { !$0.block.isEmpty }
        // What the plot reaches without its names, for a radius of 1.
        let ends = isCircle ? [(0.0, 1.0), (1, 0), (0, -1), (-1, 0)] : angles.map { (sin($0), cos($0)) }
        let reach = Rect(
            left: min(ends.map(\.0).min() ?? -1, 0), top: -max(ends.map(\.1).max() ?? 1, 0), right: max(ends.map(\.0).max() ?? 1, 0),
            bottom: -min(ends.map(\.1).min() ?? -1, 0))
        func extent(_ radius: Double) -> Rect {
            let plot = Rect(
                left: reach.left * radius, top: reach.top * radius, right: reach.right * radius, bottom: reach.bottom * radius
            ).inset(by: -3)
            return placed.reduce(plot) { $0.union($1.box(radius: radius)) }
        }
        func fits(_ radius: Double) -> Bool {
            let extent = extent(radius)
            return extent.width <= body.width && extent.height <= body.height
        }
        var (low, high) = (0.0, max(body.width, body.height))
        guard fits(low) else { return nil }
        for _ in 0..<24 {
            let middle = (low + high) / 2
            if fits(middle) { low = middle } else { high = middle }
        }
        let (radius, around) = (low, extent(low))
        let center = Point(x: body.center.x - around.center.x, y: body.center.y - around.center.y)
        let boxes = placed.map { name in
            let box = name.box(radius: radius)
            return Rect(
                left: box.left + center.x, top: box.top + center.y, right: box.right + center.x, bottom: box.bottom + center.y)
        }
        for (index, box) in boxes.enumerated() {
            let aired = box.inset(by: -1.5)
            guard !boxes[(index + 1)...].contains(where: aired.overlaps) else { return nil }
        }
        let nodes = zip(placed, boxes).flatMap { name, box -> [Scene.Node] in
            let x =
                switch name.anchor {
                case .start: box.left
                case .middle: box.center.x
                case .end: box.right
                }
            return name.block.nodes(x: x, centeredOn: box.center.y, anchor: name.anchor)
        }
        return Arrangement(
            center: center, radius: radius, boxes: boxes, texts: nodes,
            isComplete: shown.count == names.count && !placed.contains { $0.block.isClipped })
    }

    private func block(_ name: String, _ shape: (width: Double, lines: Int)) -> TextBlock {
        let block = TextBlock(name, Self.style, width: shape.width, lines: shape.lines, in: context)
        guard beginAlike, block.isClipped else { return block }
        return TextBlock(lines: [context.fitKeepingEnd(name, in: Self.style, to: shape.width)], Self.style, in: context)
    }
}
