import Drawing
import Typography

/// An SVG whose text stays text: written element by element, a tenth as long as one of outlines.
///
/// What it needs of a page is nothing: no style sheet, no script, no font. Colors are presentation attributes, which a strict
/// content security policy lets pass and any rule of a style sheet overrides; every group has the name of its role as a class.
/// A page that wants digits in columns has `.chart .tabular { font-variant-numeric: tabular-nums }` in its style sheet.
struct SVGWriter {
    private(set) var text = ""
    private let describesMarks: MarkDescription
    /// The pixels of a screen at scale 1, as Cairo's SVG has them.
    private let grid = PixelGrid(scale: 1)

    /// How a mark says which row of data it stands for.
    enum MarkDescription {
        /// By a title, which browsers show under the pointer.
        case title
        /// By a title and a label of its own, where the keyboard reaches it.
        case focusableTitle
    }

    init(marks: MarkDescription) {
        describesMarks = marks
    }

    /// Faces with the look of Inter that run no wider, so that text which was measured in Inter fits in each of them.
    static let fontFamily = "Inter,'Helvetica Neue',Arial,'Liberation Sans','Noto Sans',sans-serif"

    /// What texts are whose digits are all equally wide.
    private static let tabularClass = "tabular"

    /// The style sheet of a picture that stands alone; a page has its own.
    static let styleSheet = ".\(tabularClass){font-variant-numeric:tabular-nums}"

    /// Opens the root element; `attributes` begin with a space.
    mutating func open(_ size: Size, attributes: String) {
        let (width, height) = (Self.number(size.width), Self.number(size.height))
        text += "<svg\(attributes) class=\"chart\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
        text += " font-family=\"\(Self.fontFamily)\" text-rendering=\"geometricPrecision\">"
    }

    mutating func close() { text += "</svg>" }

    /// Appends an element of text alone.
    mutating func element(_ name: String, attributes: String = "", _ content: String) {
        text += "<\(name)\(attributes)>\(content.escapedForXML)</\(name)>"
    }

    /// Appends what is drawn.
    ///
    /// - Parameter dark: the same picture in dark colors; nil for a picture that has one look only.
    mutating func append(_ nodes: [Scene.Node], dark: [Scene.Node]?) {
        let dark = dark?.count == nodes.count ? dark : nil
        for (index, node) in nodes.enumerated() { append(node, dark: dark?[index]) }
    }

    /// - Parameter datum: what a shape shows that is a mark by itself.
    private mutating func append(_ node: Scene.Node, dark: Scene.Node?, standingFor datum: Scene.Datum? = nil) {
        switch node {
        case .group(.mark(let datum), let nodes) where nodes.count == 1 && nodes[0].isShape:
            // A shape alone needs no group: charts have hundreds of them, and a page is painted the sooner for every element less.
            let counterpart: Scene.Node? = if case .group(_, let counterparts)? = dark { counterparts.first } else { nil }
            append(nodes[0], dark: counterpart, standingFor: datum)
        case .group(let role, let nodes):
            guard !nodes.isEmpty else { return }
            open(role)
            if case .group(_, let counterparts)? = dark { append(nodes, dark: counterparts) } else { append(nodes, dark: nil) }
            text += "</g>"
        case .shape(let path, let fill, let stroke):
            let counterpart: (fill: Color?, stroke: Stroke?) =
                if case .shape(_, let fill, let stroke)? = dark { (fill, stroke) } else { (nil, nil) }
            append(path, Paint(fill, counterpart.fill), Paint(stroke?.color, counterpart.stroke?.color), stroke, standingFor: datum)
        case .text(let run):
            let counterpart: Color? = if case .text(let run)? = dark { run.color } else { nil }
            append(run, Paint(run.color, counterpart))
        }
    }

    private mutating func open(_ role: Scene.Role) {
        text += "<g class=\"\(role.name)\""
        guard case .mark(let datum) = role else { return text += ">" }
        attributes(of: datum)
        text += ">"
        element("title", words(of: datum))
    }

    private mutating func attributes(of datum: Scene.Datum) {
        guard case .focusableTitle = describesMarks else { return }
        text += " tabindex=\"0\" role=\"img\" aria-label=\"\(words(of: datum).escapedForXML)\""
    }

    private func words(of datum: Scene.Datum) -> String {
        "\(BidirectionalText.isolated(datum.label)): \(BidirectionalText.isolated(datum.text))"
    }

    private mutating func append(
        _ path: Path, _ fill: Paint?, _ strokeColor: Paint?, _ stroke: Stroke?, standingFor datum: Scene.Datum?
    ) {
        let outline = grid.snapped(path, strokeWidth: stroke?.width)
        text += "<path"
        if let datum {
            text += " class=\"\(Scene.Role.mark(datum).name)\""
            attributes(of: datum)
        }
        text += " d=\"\(outline.path.svgData)\""
        // What is not seen is there to be pointed at.
        text += fill?.attributes("fill") ?? (stroke == nil ? " fill=\"none\" pointer-events=\"all\"" : " fill=\"none\"")
        if let stroke, let strokeColor {
            text += strokeColor.attributes("stroke")
            if outline.strokeWidth != 1 { text += " stroke-width=\"\(Self.number(outline.strokeWidth))\"" }
            if !stroke.dashes.isEmpty { text += " stroke-dasharray=\"\(stroke.dashes.map(Self.number).joined(separator: " "))\"" }
            if !path.isRectilinear { text += " stroke-linejoin=\"round\"" }
        }
        guard let datum else { return text += "/>" }
        text += ">"
        element("title", words(of: datum))
        text += "</path>"
    }

    private mutating func append(_ run: TextRun, _ color: Paint?) {
        let isRightToLeft = Typesetter.isRightToLeft(run.string)
        text +=
            "<text x=\"\(Self.number(run.position.x))\" y=\"\(Self.number(run.position.y))\" font-size=\"\(Self.number(run.font.size))\""
        if run.font.weight == .semibold { text += " font-weight=\"600\"" }
        // No attribute of SVG stands for the feature, so a style sheet says what the class means.
        if run.font.numerals == .tabular { text += " class=\"\(Self.tabularClass)\"" }
        // In SVG a text starts where its direction says, in a scene at the left.
        switch run.anchor {
        case .start: text += isRightToLeft ? " text-anchor=\"end\"" : ""
        case .middle: text += " text-anchor=\"middle\""
        case .end: text += isRightToLeft ? "" : " text-anchor=\"end\""
        }
        if isRightToLeft { text += " direction=\"rtl\"" }
        element("text", run, color)
    }

    private mutating func element(_ name: String, _ run: TextRun, _ color: Paint?) {
        text += "\(color?.attributes("fill") ?? "")>\(run.string.escapedForXML)</\(name)>"
    }

    /// Returns a number with at most two decimals: a fiftieth of a pixel is seen by nobody.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole == 0 ? "" : "\(whole)").\(decimals)"
    }
}

extension Scene.Node {
    fileprivate var isShape: Bool { if case .shape = self { true } else { false } }
}
