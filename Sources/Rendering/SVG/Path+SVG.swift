import Drawing

extension Path {
    /// The path as the attribute `d` of SVG has it.
    var svgData: String {
        var data = ""
        var current: Point?
        func text(_ point: Point) -> String {
            let y = SVGWriter.number(point.y)
            // A minus tells two numbers apart as well as a space does.
            return SVGWriter.number(point.x) + (y.hasPrefix("-") ? "" : " ") + y
        }
        for element in elements {
            switch element {
            case .move(let point): data += "M\(text(point))"
            case .line(let point):
                let (x, y) = (SVGWriter.number(point.x), SVGWriter.number(point.y))
                if let current, y == SVGWriter.number(current.y) {
                    data += "H\(x)"
                } else if let current, x == SVGWriter.number(current.x) {
                    data += "V\(y)"
                } else {
                    data += "L\(text(point))"
                }
            case .curve(let point, let control1, let control2): data += "C\(text(control1)) \(text(control2)) \(text(point))"
            case .close: data += "Z"
            }
            switch element {
            case .move(let point), .line(let point), .curve(let point, _, _): current = point
            // The next part begins with a move.
            case .close: current = nil
            }
        }
        return data
    }
}
