import Drawing

/// A line through points, round at its ends and bends, as the pixels see it.
///
/// Cairo makes an outline of a stroke, sorts its edges and samples each of them at 15 heights a pixel. But a line is thin: the few
/// pixels along it can each tell from their distance how much of them it covers, in a fraction of the time.
struct PixelLine {
    private let segments: [Segment]

    /// Makes the line that a stroke leaves, or nil for what is no plain open line, or one whose edges belong on the grid.
    init?(_ path: Path, _ stroke: Stroke, scale: Double) {
        guard stroke.dashes.isEmpty, let points = path.openLine, !path.isRectilinear else { return nil }
        let pixels = points.map { Point(x: $0.x * scale, y: $0.y * scale) }
        segments = zip(pixels, pixels.dropFirst()).map { Segment(from: $0, to: $1, radius: stroke.width * scale / 2) }
    }

    /// The pixels that the line may touch, of those of a canvas.
    func bounds(on canvas: PixelRect) -> PixelRect { segments.reduce(.none) { $0.union($1.pixels(of: canvas)) } }

    /// Draws the part of the line in `bounds` with `paint` on `canvas`.
    ///
    /// - Parameter coverage: As many bytes as `bounds` has pixels, all of them zero, as they are afterwards.
    func draw(in bounds: PixelRect, on canvas: PixelCanvas, _ paint: PixelPaint, coverage: UnsafeMutablePointer<UInt8>) {
        for segment in segments {
            segment.forEachRow(in: bounds) { y, columns in
                let start = (y &- bounds.top) &* bounds.width &- bounds.left
                for x in columns { coverage[start &+ x] = max(coverage[start &+ x], segment.coverage(x: x, y: y)) }
            }
        }
        // Once more, now that each pixel knows the nearest segment. It is painted once and then forgotten.
        for segment in segments {
            segment.forEachRow(in: bounds) { y, columns in
                let start = (y &- bounds.top) &* bounds.width &- bounds.left
                let row = canvas.row(y)
                for x in columns where coverage[start &+ x] > 0 {
                    paint.cover(&row[x], UInt32(coverage[start &+ x]))
                    coverage[start &+ x] = 0
                }
            }
        }
    }
}

/// A straight part of a line, in pixels.
private struct Segment {
    private let bounds: Rect
    /// In the first two the pixel at (0, 0) and a step to the right and downwards: how far along the segment its middle is, and how
    /// far aside; in the last the column in the middle of row 0 and of a step downwards.
    private let along: SIMD3<Double>, aside: SIMD3<Double>, middle: SIMD2<Double>
    /// How many columns on either side of the middle one are touched.
    private let width: Double
    private let length: Float
    /// How far aside a pixel is that is just not touched, and how much is covered of one in the middle.
    private let reach: Float, most: Float

    /// - Parameter radius: Half of the width.
    init(from start: Point, to end: Point, radius: Double) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let (x, y) = length > 0 ? (dx / length, dy / length) : (1, 0)
        let reach = radius + 0.5
        bounds = Rect(
            left: min(start.x, end.x) - reach, top: min(start.y, end.y) - reach, right: max(start.x, end.x) + reach,
            bottom: max(start.y, end.y) + reach
        )
        along = SIMD3((0.5 - start.x) * x + (0.5 - start.y) * y, x, y)
        aside = SIMD3((0.5 - start.y) * x - (0.5 - start.x) * y, -y, x)
        // A horizontal segment is as near to all columns.
        let isHorizontal = abs(y) < 1e-6
        middle = isHorizontal ? .zero : SIMD2(start.x + (0.5 - start.y) * x / y, x / y)
        width = isHorizontal ? .infinity : reach / abs(y) + 1
        self.length = Float(length)
        self.reach = Float(reach)
        most = Float(min(2 * radius, 1))
    }

    /// Calls `body` with each row that the segment may touch, of those in `part`, and with the columns.
    @inline(__always) func forEachRow(in part: PixelRect, _ body: (_ y: Int, _ columns: Range<Int>) -> Void) {
        let part = pixels(of: part)
        guard !part.isEmpty else { return }
        let (left, right) = (Double(part.left), Double(part.right))
        for y in part.top..<part.bottom {
            let column = middle.x + Double(y) * middle.y
            let (first, last) = (max(column - width, left), min(column + width, right))
            if first < last { body(y, Int(first)..<Int(last)) }
        }
    }

    /// Returns how much of a pixel is covered, 255 being all of it.
    @inline(__always) func coverage(x: Int, y: Int) -> UInt8 {
        let (x, y) = (Double(x), Double(y))
        let along = Float(along.x + x * along.y + y * along.z)
        let aside = Float(aside.x + x * aside.y + y * aside.z)
        let beyond = max(max(-along, along - length), 0)
        let distance = (aside * aside + beyond * beyond).squareRoot()
        // Added to 2²³, a number from 0 to 255 is rounded to the lowest bits of the sum.
        let value = min(max(reach - distance, 0), most) * 255 + 0x1p23
        return UInt8(truncatingIfNeeded: value.bitPattern)
    }

    /// The pixels that the segment may touch, of those of a canvas.
    func pixels(of canvas: PixelRect) -> PixelRect {
        // Within the canvas first, since far coordinates are no numbers of pixels.
        func pixel(_ value: Double, _ low: Int, _ high: Int) -> Int { Int(min(max(value, Double(low)), Double(high))) }
        return PixelRect(
            left: pixel(bounds.left.rounded(.down), canvas.left, canvas.right),
            top: pixel(bounds.top.rounded(.down), canvas.top, canvas.bottom),
            right: pixel(bounds.right.rounded(.up), canvas.left, canvas.right),
            bottom: pixel(bounds.bottom.rounded(.up), canvas.top, canvas.bottom)
        )
    }
}

extension Path {
    /// The points that the path joins with straight lines, when that is all it does.
    fileprivate var openLine: [Point]? {
        guard elements.count > 1, case .move = elements[0] else { return nil }
        var points: [Point] = []
        points.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            switch element {
            case .move(let point) where index == 0: points.append(point)
            case .line(let point) where index > 0: points.append(point)
            case .move, .line, .curve, .close: return nil
            }
        }
        return points
    }
}
