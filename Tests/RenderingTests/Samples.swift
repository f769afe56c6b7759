import Drawing
import Hashing
import Typography

/// One typesetter for all tests, as in a program.
enum SharedTypesetter {
    private static let result = Result { () throws(TypographyError) in try Typesetter() }

    static func made() throws -> Typesetter { try result.get() }

    /// What the texts of sample scenes are measured with; the tests fail elsewhere when there is no typesetter.
    static let ruler: any TextMeasurer = (try? made()) ?? FixedAdvance()
}

extension TextRun {
    init(_ string: String, at position: Point, anchor: Anchor = .start, font: Font, color: Color) {
        self.init(string, at: position, anchor: anchor, font: font, color: color, measuring: SharedTypesetter.ruler)
    }
}

extension Scene {
    static let ink = Color(0x1F2937)
    static let blue = Color(0x2563EB)

    /// A scene of one color and nothing else.
    static func blank(_ width: Double, _ height: Double, background: Color? = Color(0xFFFFFF), _ nodes: [Node] = []) -> Scene {
        let size = Size(width: width, height: height)
        let background = background.map { [Node.group(.background, [.shape(Path(Rect(size)), fill: $0, stroke: nil)])] } ?? []
        return Scene(size: size, title: "A picture", summary: "It shows something.", nodes: background + nodes)
    }

    /// A chart with bars, a ring, hairlines, a line, dashes and text; `number` makes its texts differ.
    static func chart(_ number: Int = 0) -> Scene {
        let grey = Color(0x6B7280)
        var nodes: [Node] = [
            .text(TextRun("Spending \(number)", at: Point(x: 16, y: 28), font: Font(.semibold, size: 18), color: ink)),
            .text(TextRun("Café & crème, office, AVATAR", at: Point(x: 16, y: 46), font: Font(size: 12), color: grey)),
        ]
        for line in 0..<5 {
            let y = 70 + Double(line) * 33.3
            nodes.append(.shape(Path(through: [Point(x: 50, y: y), Point(x: 250, y: y)]), fill: nil, stroke: Stroke(Color(0xE5E7EB))))
            let label = TextRun(
                "$\((4 - line) * 250 + number)", at: Point(x: 44, y: y + 4), anchor: .end, font: Font(size: 10, numerals: .tabular),
                color: grey
            )
            nodes.append(.text(label))
        }
        for bar in 0..<6 {
            let left = 58 + Double(bar) * 31.7
            let rect = Rect(left: left, top: 190 - Double(bar) * 17.3, right: left + 22.4, bottom: 203.2)
            nodes.append(.shape(bar == 0 ? Path(rect) : Path(rect, rounding: .top, radius: 3), fill: blue, stroke: nil))
            nodes.append(.text(TextRun("M\(bar)", at: Point(x: rect.center.x, y: 218), anchor: .middle, font: Font(size: 10), color: grey)))
        }
        let center = Point(x: 325, y: 130)
        for (index, color) in [0x2563EB, 0xF59E0B, 0x10B981, 0xEF4444].enumerated() {
            let start = Double(index) * 1.7
            let slice = Path(ringAround: center, innerRadius: 30, outerRadius: 55, from: start, to: min(start + 1.7, 2 * .pi))
            nodes.append(.shape(slice, fill: Color(UInt32(color)), stroke: Stroke(Color(0xFFFFFF), width: 1.5)))
        }
        let points = (0..<7).map { Point(x: 60 + Double($0) * 30, y: 150 - Double($0 * $0 % 5) * 14) }
        nodes.append(.shape(Path(through: points), fill: nil, stroke: Stroke(Color(red: 220, green: 38, blue: 38, alpha: 160), width: 2)))
        let target = Path(through: [Point(x: 50, y: 96), Point(x: 250, y: 96)])
        nodes.append(.shape(target, fill: nil, stroke: Stroke(ink, dashes: [4, 3])))
        return blank(400, 230, [.group(.marks, nodes)])
    }

    /// A scene of shapes and texts anywhere, also half outside, opaque or not.
    static func random(size: Size, hasBackground: Bool, using random: inout SplitMix64) -> Scene {
        func point() -> Point {
            Point(
                x: .random(in: -0.2 * size.width...1.2 * size.width, using: &random),
                y: .random(in: -0.2 * size.height...1.2 * size.height, using: &random)
            )
        }
        func color() -> Color {
            var color = Color(UInt32.random(in: 0...0xFFFFFF, using: &random))
            if Bool.random(using: &random) { color.alpha = .random(in: 0...255, using: &random) }
            return color
        }
        let nodes: [Node] = (0..<12).map { index in
            let (one, two) = (point(), point())
            let rect = Rect(left: min(one.x, two.x), top: min(one.y, two.y), right: max(one.x, two.x), bottom: max(one.y, two.y))
            return switch index % 4 {
            case 0: .shape(Path(rect), fill: color(), stroke: nil)
            case 1: .shape(Path(circleAround: one, radius: 20), fill: color(), stroke: Stroke(color(), width: 1.5))
            case 2: .shape(Path(through: [one, two, point()]), fill: nil, stroke: Stroke(color(), width: 2))
            default: .text(TextRun("Text \(index)", at: one, anchor: .middle, font: Font(.semibold, size: 14), color: color()))
            }
        }
        return blank(size.width, size.height, background: hasBackground ? Color(0xF8FAFC) : nil, nodes)
    }
}
