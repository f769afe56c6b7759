import Charts
public import ChartSpecs
import Drawing
import Rendering
import Reports
public import Typography

/// A chart of anyone's data, checked, and how it is drawn: everything that decides the bytes.
public struct ChartPicture: Hashable, Sendable {
    public let spec: ChartSpec
    public var style: PictureStyle
    private let chart: Chart

    /// - Throws: what of the spec does not fit its data.
    public init(_ spec: ChartSpec, style: PictureStyle) throws(SpecFaults) {
        self.spec = spec
        self.style = style
        chart = try spec.chart()
    }

    /// All that decides the bytes besides the representation and what makes them.
    var identity: [String] {
        ["chart", String(decoding: spec.json.bytes, as: UTF8.self), Query(style.fields).encoded]
    }

    /// The words that a screen reader says.
    public var summary: String { chart.summary }

    /// Of so many points all are told one by one in a picture's description.
    private static let toldLimit = 500

    /// Returns the picture, its words, its data or what it is made of. Equal charts give equal bytes.
    ///
    /// - Throws: `ChartError` or `RenderingError`, which a chart that was checked does not cause.
    public func bytes(as representation: Representation, includesRegions: Bool = false, typesetter: Typesetter) throws -> [UInt8] {
        switch representation {
        case .json where includesRegions:
            return spec.json.bytes.dropLast() + ",\"regions\":".utf8
                + (try scene(typesetter)).regionsJSON(scale: style.scale).bytes.dropLast() + "}\n".utf8
        case .json: return spec.json.bytes + "\n".utf8
        case .csv: return spec.data.csv
        case .txt: return Array("\(chart.summary)\n".utf8)
        case .png, .svg, .pdf: return try scene(typesetter).bytes(as: representation, style: style, typesetter: typesetter)
        case .html, .eml, .ics: throw Problem.unknownRepresentation(representation.rawValue, of: Representation.ofInsights)
        }
    }

    private func scene(_ typesetter: Typesetter) throws -> Scene {
        let thinned = chart.thinned(toWidth: style.size.width * style.scale)
        var scene = try thinned.scene(
            size: style.size, theme: style.theme, scale: style.scale, margin: style.margin, measuring: typesetter)
        if thinned != chart { scene.summary = spec.data.rowCount > Self.toldLimit ? chart.message : chart.summary }
        return scene
    }
}

extension DataTable {
    /// The rows as RFC 4180 writes them, as every table of the API.
    var csv: [UInt8] {
        Table(
            columns: columns.map(\.name),
            rows: (0..<rowCount).map { row in columns.map { $0.cells[row].cell } }
        ).csv
    }
}

extension DataTable.Cell {
    fileprivate var cell: Table.Cell {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .time(let position): .text(DataTable.text(of: position))
        case .empty: .empty
        }
    }
}
