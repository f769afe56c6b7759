import Charts
public import ChartSpecs
import Drawing
import Reports

/// A chart of data that comes with the request, with everything that a client can choose about it.
///
///     let request = try PlotRequest(query: Query([("bar", "Jan:120,Feb:140,Mar:90"), ("title", "Sales")]))
///     let png = try request.bytes(as: .png, typesetter: typesetter)
///
/// HTTP and the command line make it from the same fields, so they give the same bytes.
public struct PlotRequest: Sendable {
    /// Data that does not stand among the fields.
    public enum Data: Sendable {
        case none
        case csv([UInt8])
        case rows(ConfigValue)
    }

    public var picture: ChartPicture
    var presentation: Presentation
    var includesRegions: Bool
    var isDownload: Bool

    /// Reads the fields; everything wrong is said at once.
    public init(query: Query, data: Data = .none) throws(InvalidQuery) {
        var reader = QueryReader(query)
        guard let request = PlotRequest(&reader, data) else {
            try reader.finish()
            throw InvalidQuery([])
        }
        try reader.finish()
        self = request
    }

    /// Reads what may be said of a plot.
    init?(_ reader: inout QueryReader, _ data: Data = .none) {
        let inline = reader.inlineMarks()
        let table = reader.table(inline, data)
        var spec = ChartSpec(data: table ?? DataTable())
        spec.marks = reader.marks(inline, hasData: table != nil)
        spec.rules = reader.values(.target, atMost: 10)
        spec.facet = reader.value(.column("facet"))
        spec.sort = reader.value(Parameter<ChartSpec.Sort>.choice("sort"))
        spec.limit = reader.value(.wholeNumber("limit", in: 1...DataTable.pointLimit, "The most rows that are shown."))
        reader.readAxes(&spec)
        spec.palette = reader.value(.palette) ?? []
        presentation = Presentation(chartOf: &reader)
        spec.locale = presentation.locale
        spec.title = presentation.title ?? ""
        var style = PictureStyle(&reader)
        style.palette = spec.palette
        includesRegions = reader.value(Parameter<Bool>.choice("include", among: ["regions": true])) ?? false
        isDownload = reader.value(Parameter<Bool>.flag("download")) ?? false
        guard table != nil, !reader.hasFaults else { return nil }
        do { picture = try ChartPicture(spec, style: style) } catch {
            for fault in error.faults { reader.refuse(fault.part, fault.reason) }
            return nil
        }
    }
}

extension Presentation {
    /// Reads of a presentation what a chart of anyone's data has: `locale`, `currency`, `title`.
    fileprivate init(chartOf reader: inout QueryReader) {
        self.init()
        if let locale = reader.value(.locale) { self.locale = locale }
        if let currency = reader.value(.currency) { choose(currency) }
        title = reader.value(Parameter<String>.text("title", upTo: 200, mayBeEmpty: true))
    }
}
