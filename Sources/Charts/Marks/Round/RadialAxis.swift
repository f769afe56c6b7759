import Drawing
import Foundation

/// An axis of values from the middle of a plot outward: a ring for each round number, from zero.
struct RadialAxis {
    let domain: ClosedRange<Double>
    /// What has a ring, in rising order.
    let rings: [Ring]

    struct Ring: Hashable {
        let value: Double
        let label: String
    }

    /// Whoever reads values off rings needs few of them.
    private static let mostParts = 4

    /// - Parameter axis: its ends, where they are given, are those of the plot; beginning above zero, it leaves zero out.
    init(_ values: [Double], _ axis: Axis, in locale: Locale) {
        let ends = [axis.minimum, axis.maximum].compactMap { $0 }
        let includesZero = axis.minimum ?? 0 <= 0 && axis.maximum ?? 0 >= 0
        let reached = values + ends + (includesZero ? [0] : [])
        var (low, high) = (reached.min() ?? 0, reached.max() ?? 0)
        // Nothing but one number: any scale is as good.
        if low == high { high = low + (axis.format == .percent ? 1 : 10) }
        if low > high { swap(&low, &high) }
        let extent = low...high
        let step = LinearScale.tickStep(over: extent, most: Self.mostParts, least: axis.format == .count ? 1 : 0)
        let domain = axis.keepingEnds(of: extent, in: LinearScale.rounding(extent, step: step, parts: 2))
        var ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(step: step)
        if let last = ticks.last, domain.upperBound - last >= step / 2 { ticks.append(domain.upperBound) }
        let labels = axis.format.labels(for: ticks, in: locale)
        self.domain = domain
        rings = zip(ticks, labels).filter { $0.0 > domain.lowerBound }.map { Ring(value: $0, label: $1) }
    }

    /// Returns where a value lies between the middle, 0, and the outermost ring, 1.
    func share(of value: Double) -> Double { min(max(LinearScale(domain: domain, from: 0, to: 1)(value), 0), 1) }

    /// Returns what has to be said of a middle that is not zero.
    func note(_ format: NumberFormat, in locale: Locale) -> String? {
        guard domain.lowerBound != 0 else { return nil }
        let middle = format.text(domain.lowerBound, in: locale).isolated
        return locale.phrase(
            "The middle is \(middle).", de: "Die Mitte ist \(middle).", fr: "Le centre vaut \(middle).", es: "El centro es \(middle).")
    }
}

/// The numbers of rings, each in a gap of its ring, as heights stand on the lines of a map.
struct RingNumbers {
    struct Number {
        let ring: RadialAxis.Ring
        let box: Rect
        let style: TextStyle
    }

    /// Which of the directions the numbers lie in.
    private(set) var direction = 0
    private(set) var numbers: [RadialAxis.Ring: Number] = [:]

    /// Around a number, in points.
    private static let air = 2.0

    /// Finds the direction in which most numbers have room, the first of several.
    ///
    /// - Parameters:
    ///   - place: the middle of a number.
    ///   - crosses: whether a ring runs through a box.
    ///   - style: the style of a number in that box; nil where it has no room.
    init(
        _ rings: [RadialAxis.Ring], directions: Int, in context: LayoutContext, place: (_ direction: Int, RadialAxis.Ring) -> Point,
        crosses: (_ direction: Int, RadialAxis.Ring, Rect) -> Bool,
        style: (_ direction: Int, Rect) -> TextStyle?
    ) {
        let sizes = rings.map { Size(width: context.width(of: $0.label, in: .tick), height: context.metrics(of: .tick).capHeight) }
        for direction in 0..<directions {
            var found: [RadialAxis.Ring: Number] = [:]
            var taken: [Rect] = []
            for (ring, size) in zip(rings, sizes).reversed() {
                let box = Rect(centeredOn: place(direction, ring), size).inset(by: -Self.air)
                // Others' rings and numbers keep away from it.
                guard !taken.contains(where: box.overlaps), let style = style(direction, box) else { continue }
                guard !rings.contains(where: { $0 != ring && crosses(direction, $0, box) }) else { continue }
                found[ring] = Number(ring: ring, box: box, style: style)
                taken.append(box.inset(by: -Self.air))
            }
            if found.count > numbers.count { (self.direction, numbers) = (direction, found) }
            if numbers.count == rings.count { break }
        }
    }

    func nodes(_ role: Scene.Role, in context: LayoutContext) -> [Scene.Node] {
        // In their order: that of a dictionary is another each time.
        let texts = numbers.values.sorted { $0.ring.value < $1.ring.value }.map { number in
            context.text(number.ring.label, number.style, x: number.box.center.x, centeredOn: number.box.center.y, anchor: .middle)
        }
        return texts.isEmpty ? [] : [.group(role, texts)]
    }

    /// Returns half of the gap that a number needs in a line through its middle.
    func halfGap(of ring: RadialAxis.Ring, along direction: Point) -> Double? {
        guard let box = numbers[ring]?.box else { return nil }
        let (across, down) = (abs(direction.x), abs(direction.y))
        return min(across > 1e-9 ? box.width / 2 / across : .infinity, down > 1e-9 ? box.height / 2 / down : .infinity)
    }
}

extension Rect {
    init(centeredOn center: Point, _ size: Size) {
        self.init(
            left: center.x - size.width / 2, top: center.y - size.height / 2, right: center.x + size.width / 2,
            bottom: center.y + size.height / 2)
    }

    /// Whether some part of the line lies inside (Liang and Barsky's clipping).
    func meets(_ from: Point, _ to: Point) -> Bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        var (first, last) = (0.0, 1.0)
        for (p, q) in [(-dx, from.x - left), (dx, right - from.x), (-dy, from.y - top), (dy, bottom - from.y)] {
            if p == 0 {
                if q <= 0 { return false }
            } else if p < 0 {
                first = max(first, q / p)
            } else {
                last = min(last, q / p)
            }
        }
        return first < last
    }

    /// How near the rectangle comes to a point and how far it goes from it.
    func distances(from point: Point) -> ClosedRange<Double> {
        let (across, down) = (max(left - point.x, point.x - right, 0), max(top - point.y, point.y - bottom, 0))
        let (width, height) = (max(abs(left - point.x), abs(right - point.x)), max(abs(top - point.y), abs(bottom - point.y)))
        return hypot(across, down)...hypot(width, height)
    }
}
