import Drawing
import Foundation

/// A ring or a half of one, with the value in its middle.
struct GaugePlot {
    let gauge: Mark.Gauge
    let chart: Chart
    let context: LayoutContext

    private static let thickness = 0.24
    private static let leastRadius = 40.0
    /// How far a pointer reaches into the ring.
    private static let pointer = 0.12
    private static let figures = [64.0, 48].map { TextStyle(.semibold, size: $0) } + TextStyle.keyValues

    private var isHalf: Bool { gauge.shape == .halfRing }

    func nodes(in body: Rect, detail: LevelOfDetail) -> [Scene.Node]? {
        let hasEnds = detail >= .axis
        let endHeight = hasEnds && isHalf ? context.lineHeight(of: .tick) + 4 : 0
        let (height, width) = (body.height - endHeight, body.width)
        let radius = isHalf ? min(height, width / 2) : min(height, width) / 2
        guard radius >= Self.leastRadius || !hasEnds, radius >= 8 || detail == .bare else { return nil }
        let used = (isHalf ? max(radius, 1) : 2 * max(radius, 1)) + endHeight
        let top = body.center.y - used / 2
        let ring = Ring(center: Point(x: body.center.x, y: top + max(radius, 1)), radius: max(radius, 1))
        return track(ring) + [.group(.marks, marks(ring))] + figure(in: ring, detail: detail) + (hasEnds && isHalf ? ends(of: ring) : [])
    }

    private struct Ring {
        let center: Point
        let radius: Double
        var inner: Double { radius * (1 - GaugePlot.thickness) }
    }

    /// Returns the angle of a value, clockwise from 12 o'clock, within the ring.
    private func angle(of value: Double) -> Double {
        let length = gauge.domain.upperBound - gauge.domain.lowerBound
        let share = length > 0 ? min(max((value - gauge.domain.lowerBound) / length, 0), 1) : 0
        return isHalf ? (share - 0.5) * .pi : share * 2 * .pi
    }

    private func arc(_ ring: Ring, from start: Double, to end: Double) -> Path {
        Path(ringAround: ring.center, innerRadius: ring.inner, outerRadius: ring.radius, from: angle(of: start), to: angle(of: end))
    }

    private func track(_ ring: Ring) -> [Scene.Node] {
        let whole = Path(
            ringAround: ring.center, innerRadius: ring.inner, outerRadius: ring.radius, from: isHalf ? -.pi / 2 : 0,
            to: isHalf ? .pi / 2 : 2 * .pi)
        return [.group(.grid, [.shape(whole, fill: context.theme.grid, stroke: nil)])]
    }

    private func marks(_ ring: Ring) -> [Scene.Node] {
        let label = gauge.name.isEmpty ? chart.topic ?? chart.title : gauge.name
        func mark(_ shapes: [Scene.Node]) -> Scene.Node { .mark(label, gauge.value, chart.y.format, context.locale, shapes) }
        guard !gauge.bands.isEmpty else {
            let path = arc(ring, from: gauge.domain.lowerBound, to: gauge.value)
            return [mark([.shape(path, fill: context.theme.color(gauge.color), stroke: context.theme.edge(gauge.color))])]
        }
        let starts = [gauge.domain.lowerBound] + gauge.bands.map(\.end)
        let bands = zip(starts, gauge.bands).filter { angle(of: $0) < angle(of: $1.end) }.map { start, band in
            Scene.Node.shape(
                arc(ring, from: start, to: band.end), fill: context.theme.color(band.color), stroke: context.theme.edge(band.color))
        }
        let cuts = starts.dropFirst().filter { angle(of: $0) < angle(of: gauge.domain.upperBound) }.compactMap { start in
            context.separator(width: 2).map {
                context.line(ring.center.polar(ring.inner - 1, angle(of: start)), ring.center.polar(ring.radius + 1, angle(of: start)), $0)
            }
        }
        return bands + cuts + [mark([pointer(on: ring)])]
    }

    /// Returns a needle's tip, with the background around it so that it is seen on a band of any color.
    private func pointer(on ring: Ring) -> Scene.Node {
        let angle = angle(of: gauge.value)
        let (foot, tip) = (ring.inner - ring.radius * Self.pointer, ring.radius * (1 - Self.thickness * 0.35))
        let base = ring.center.polar(foot, angle)
        let half = ring.radius * 0.065
        let lowest = isHalf ? ring.center.y : Double.infinity
        // Within the half ring, also at its ends.
        let sides = [half, -half].map { (side: Double) -> Point in
            Point(x: base.x + cos(angle) * side, y: min(base.y + sin(angle) * side, lowest))
        }
        let path = Path(Path(through: [sides[0], ring.center.polar(tip, angle), sides[1]]).elements + [.close])
        return .shape(path, fill: context.theme.ink, stroke: context.separator(width: max(1, ring.radius * 0.012)))
    }

    // MARK: Texts

    /// Returns the value, as large as has room within the ring, and what it is.
    private func figure(in ring: Ring, detail: LevelOfDetail) -> [Scene.Node] {
        let room = ring.inner - (gauge.bands.isEmpty ? 4 : ring.radius * Self.pointer + 4)
        let captions = detail >= .axis ? self.captions : []
        let captionHeight = captions.isEmpty ? 0 : context.lineHeight(of: .tick)
        let texts = [chart.y.format.text(gauge.value, in: context.locale), chart.y.format.compactText(gauge.value, in: context.locale)]
        for style in Self.figures {
            for text in texts {
                let (width, capHeight) = (context.width(of: text, in: style), context.metrics(of: style).capHeight)
                // The corners farthest from the middle are in the circle.
                let rise = isHalf ? capHeight + captionHeight : capHeight / 2 + captionHeight / 2
                guard hypot(width / 2, rise) <= room, rise <= room * 0.8 else { continue }
                let baseline = ring.center.y + (isHalf ? -captionHeight : (capHeight - captionHeight) / 2)
                let number = context.text(text, style, x: ring.center.x, baseline: baseline, anchor: .middle)
                return [
                    .group(.annotation, [number] + captionNodes(captions, ring, below: baseline + context.metrics(of: style).descent, room))
                ]
            }
        }
        return []
    }

    private func captionNodes(_ captions: [String], _ ring: Ring, below top: Double, _ room: Double) -> [Scene.Node] {
        let baseline = top + context.metrics(of: .tick).ascent
        let depth = max(abs(baseline - ring.center.y), 0)
        let width = 2 * max(room * room - depth * depth, 0).squareRoot()
        // A name may be cut, a number may not.
        let whole = captions.first { context.width(of: $0, in: .tick) <= width }
        let text = whole ?? (isHalf ? context.fit(captions.last ?? "", in: .tick, to: width) : "")
        return text.isEmpty ? [] : [context.text(text, .tick, x: ring.center.x, baseline: baseline, anchor: .middle)]
    }

    /// What the value is, and of what a full ring would be the whole; the most telling first.
    private var captions: [String] {
        let name = gauge.name.isEmpty ? chart.y.title : gauge.name
        guard !isHalf else { return name.isEmpty ? [] : [name] }
        let (low, high) = (text(of: gauge.domain.lowerBound), text(of: gauge.domain.upperBound))
        let whole =
            gauge.domain.lowerBound == 0
            ? context.locale.phrase("of \(high)", de: "von \(high)", fr: "sur \(high)", es: "de \(high)") : "\(low)–\(high)"
        return name.isEmpty ? [whole] : ["\(name.isolated) \(whole)", whole]
    }

    private func text(of value: Double) -> String { chart.y.format.compactText(value, in: context.locale).isolated }

    /// Returns the ends of the domain, each below its end of the ring.
    private func ends(of ring: Ring) -> [Scene.Node] {
        let baseline = ring.center.y + 4 + context.metrics(of: .tick).ascent
        let labels = [gauge.domain.lowerBound, gauge.domain.upperBound].map { chart.y.format.compactText($0, in: context.locale) }
        let places = [-1.0, 1].map { ring.center.x + $0 * (ring.radius + ring.inner) / 2 }
        let texts = zip(labels, places).map { label, place in
            let half = context.width(of: label, in: .tick) / 2
            let x = min(max(place, context.reach.lowerBound + half), context.reach.upperBound - half)
            return context.text(label, .tick, x: x, baseline: baseline, anchor: .middle)
        }
        let fits = zip(labels, places).reduce(0) { $0 + context.width(of: $1.0, in: .tick) } < 2 * ring.radius
        return fits ? [.group(.axis, texts)] : []
    }
}
