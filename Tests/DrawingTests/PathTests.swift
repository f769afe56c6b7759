import Drawing
import Foundation
import Testing

@Suite struct PathTests {
    private let center = Point(x: 31, y: -7)

    @Test(arguments: [0.1, 1, 5, 100, 3_000])
    func `a circle is off by less than a hundred thousandth of its radius`(radius: Double) {
        for point in Path(circleAround: center, radius: radius).points() {
            #expect(abs(point.distance(to: center) / radius - 1) < 1e-5)
        }
    }

    @Test func `every point of a slice lies between its radii and its angles`() {
        var numbers = Numbers(seed: 3)
        for _ in 0..<50 {
            let (start, turn) = (numbers.next(in: 0...6), numbers.next(in: 0.01...6.2))
            let (inner, outer) = (numbers.next(in: 0...20), numbers.next(in: 21...40))
            for point in Path(ringAround: center, innerRadius: inner, outerRadius: outer, from: start, to: start + turn).points() {
                let distance = point.distance(to: center)
                #expect(distance > inner - 1e-3 && distance < outer + 1e-3)
                // Clockwise from 12 o'clock.
                var angle = atan2(point.x - center.x, center.y - point.y) - start
                while angle < -1e-6 { angle += 2 * .pi }
                #expect(angle <= turn + 1e-6 || angle >= 2 * .pi - 1e-6)
            }
        }
    }

    @Test func `a slice has its part of the area of the ring`() {
        for (start, turn) in [(0.0, 0.5), (1.0, Double.pi), (5.0, 4.0)] {
            let slice = Path(ringAround: center, innerRadius: 12, outerRadius: 30, from: start, to: start + turn)
            #expect(abs(slice.area / (turn / 2 * (900 - 144)) - 1) < 1e-3)
        }
    }

    @Test(arguments: [2 * Double.pi, 2 * .pi + 1e-12, 2 * .pi - 1e-12])
    func `a full turn is a circle, or two that run opposite ways so that the hole stays empty`(turn: Double) {
        #expect(Path(ringAround: center, innerRadius: 0, outerRadius: 9, from: 1, to: 1 + turn).elements.filter { $0 == .close }.count == 1)
        let ring = Path(ringAround: center, innerRadius: 3, outerRadius: 9, from: 1, to: 1 + turn).elements
        let parts = ring.split(separator: .close)
        #expect(parts.count == 2)
        let areas = parts.map { Path(Array($0) + [.close]).signedArea }
        #expect(areas[0] * areas[1] < 0)
        #expect(abs(abs(areas[0]) / (.pi * 81) - 1) < 1e-3 && abs(abs(areas[1]) / (.pi * 9) - 1) < 1e-3)
    }

    @Test(arguments: [Path.Edge.top, .bottom, .left, .right])
    func `rounding an edge leaves the bounds and takes away two corners`(edge: Path.Edge) {
        var numbers = Numbers(seed: 8)
        for _ in 0..<50 {
            let (rect, radius) = (numbers.rect(), numbers.next(in: 0.1...9))
            let path = Path(rect, rounding: edge, radius: radius)
            #expect(path.bounds?.isClose(to: rect) == true)
            let reach = edge == .top || edge == .bottom ? min(rect.width / 2, rect.height) : min(rect.height / 2, rect.width)
            let shrunk = min(radius, reach)
            // A square less a quarter of a circle, twice.
            #expect(
                abs(path.area - (rect.width * rect.height - 2 * shrunk * shrunk * (1 - .pi / 4))) < 0.01 + rect.width * rect.height * 1e-3)
        }
    }

    @Test func `a rectangle without room for a rounded corner keeps its corners`() {
        for rect in [Rect(left: 3, top: 3, right: 3, bottom: 9), Rect(left: 3, top: 9, right: 8, bottom: 9)] {
            #expect(Path(rect, rounding: .top, radius: 4) == Path(rect))
        }
        let rect = Rect(left: 0, top: 0, right: 9, bottom: 9)
        #expect(Path(rect, rounding: .left, radius: 0) == Path(rect))
    }

    @Test func `the bounds hold every point of a path`() {
        #expect(Path().bounds == nil)
        var numbers = Numbers(seed: 21)
        for _ in 0..<50 {
            let path = Path([
                .move(numbers.point()), .curve(numbers.point(), control1: numbers.point(), control2: numbers.point()),
                .line(numbers.point()), .close,
            ])
            let bounds = path.bounds?.inset(by: -1e-9)
            for point in path.points() {
                #expect(bounds?.contains(Rect(left: point.x, top: point.y, right: point.x, bottom: point.y)) == true)
            }
        }
    }

    @Test func `a path through points begins at the first and stays open`() {
        let points = [Point(x: 1, y: 2), Point(x: 3, y: 4), Point(x: 5, y: 0)]
        #expect(Path(through: points).elements == [.move(points[0]), .line(points[1]), .line(points[2])])
        #expect(Path(through: []).elements.isEmpty)
    }
}

extension Path {
    fileprivate var signedArea: Double {
        let points = points(each: 64)
        return zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
    }
}

extension Rect {
    fileprivate func isClose(to other: Rect) -> Bool {
        abs(left - other.left) < 1e-9 && abs(top - other.top) < 1e-9 && abs(right - other.right) < 1e-9 && abs(bottom - other.bottom) < 1e-9
    }
}
