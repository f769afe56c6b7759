import ChartSpecs
import Charts
import Drawing

/// How a picture is to be, in QuickChart's words: what cannot be read is left out and named.
enum QuickChartOptions {
    private static let sides = 20.0...4_000

    /// - Parameter format: is set to what it comes as, where the fields say so.
    static func read(_ fields: Query, _ style: inout PictureStyle, _ format: inout Representation, warnings: inout [String]) {
        func field(_ names: [String]) -> Query.Field? { fields.fields.first { names.contains($0.name) && !$0.value.isEmpty } }
        func number(_ names: [String], in range: ClosedRange<Double>, _ take: (Double) -> Void) {
            guard let field = field(names) else { return }
            guard let number = Double(field.value), number.isFinite else {
                warnings.append("\(field.name): is not a number")
                return
            }
            let bounded = min(max(number, range.lowerBound), range.upperBound)
            if bounded != number { warnings.append("\(field.name): \(bounded) in place of \(number)") }
            take(bounded)
        }
        number(["w", "width"], in: sides) { style.size = Size(width: $0.rounded(), height: style.size.height) }
        number(["h", "height"], in: sides) { style.size = Size(width: style.size.width, height: $0.rounded()) }
        number(["devicePixelRatio"], in: 0.5...4) { style.scale = $0 }
        if let background = field(["bkg", "backgroundColor", "bg"])?.value {
            if let color = Color(css: background) ?? Color(hexDigits: background) {
                style.put(on: color)
            } else {
                warnings.append("bkg: \(background.prefix(40)) is not a color")
            }
        }
        if let name = field(["f", "format"])?.value.lowercased() {
            if let known = [Representation.png, .svg, .pdf].first(where: { $0.rawValue == name }) {
                format = known
            } else {
                warnings.append("f: \(name.prefix(20)) is not made here; png, svg and pdf are")
            }
        }
    }
}

extension PictureStyle {
    /// What QuickChart draws where nothing is said.
    static var quickChart: PictureStyle {
        var style = PictureStyle()
        (style.size, style.scale, style.background) = (Size(width: 500, height: 300), 2, .clear)
        return style
    }

    /// Puts the picture on a color, with inks that can be read on it.
    fileprivate mutating func put(on color: Color) {
        background = color.alpha == 0 ? .clear : color
        if color.alpha > 127, color.luminance < 0.18 { appearance = .dark }
    }
}
