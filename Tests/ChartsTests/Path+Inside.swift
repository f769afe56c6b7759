import Drawing

@testable import Charts

extension Path {
    /// The outline as closed polygons, curves as eight lines.
    var polygons: [[Point]] {
        var polygons: [[Point]] = []
        for element in elements {
            switch element {
            case .move(let point): polygons.append([point])
            case .line(let point): polygons[polygons.count - 1].append(point)
            case .curve(let end, let control1, let control2):
                guard let start = polygons.last?.last else { continue }
                for step in 1...8 {
                    let (t, u) = (Double(step) / 8, 1 - Double(step) / 8)
                    func mix(_ part: KeyPath<Point, Double>) -> Double {
                        u * u * u * start[keyPath: part] + 3 * u * u * t * control1[keyPath: part] + 3 * u * t * t
                            * control2[keyPath: part] + t * t * t * end[keyPath: part]
                    }
                    polygons[polygons.count - 1].append(Point(x: mix(\.x), y: mix(\.y)))
                }
            case .close: break
            }
        }
        return polygons
    }

    /// Whether the point is inside by the winding rule.
    func contains(_ point: Point) -> Bool {
        var winding = 0
        for polygon in polygons {
            for (index, from) in polygon.enumerated() {
                let to = polygon[(index + 1) % polygon.count]
                guard (from.y <= point.y) != (to.y <= point.y) else { continue }
                let x = from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
                if x > point.x { winding += to.y > from.y ? 1 : -1 }
            }
        }
        return winding != 0
    }

    /// The straight lines of the path, one after the other.
    var segments: [(from: Point, to: Point)] { polygons.flatMap { zip($0, $0.dropFirst()).map { ($0, $1) } } }
}

/// Whether two lines have a point in common that is not an end of both.
func crosses(_ a: (from: Point, to: Point), _ b: (from: Point, to: Point)) -> Bool {
    func side(_ line: (from: Point, to: Point), _ point: Point) -> Double {
        (line.to.x - line.from.x) * (point.y - line.from.y) - (line.to.y - line.from.y) * (point.x - line.from.x)
    }
    return side(a, b.from) * side(a, b.to) < -1e-9 && side(b, a.from) * side(b, a.to) < -1e-9
}

extension Rect {
    /// Whether some part of the line lies inside.
    func meets(_ line: (from: Point, to: Point)) -> Bool {
        meets(line.from, line.to)
    }
}
