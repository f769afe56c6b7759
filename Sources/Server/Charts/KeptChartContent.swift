import ChartSpecs
import Charts
import Drawing

/// A chart that can be drawn again: what it is made of, and how it is drawn unless an address says otherwise.
struct KeptChartContent: Hashable, Sendable {
    enum Source: Hashable, Sendable {
        case spec(ChartSpec)
        /// A configuration of Chart.js, as JSON, or as it was written where it has functions.
        case config(String)
    }

    var source: Source
    var style: PictureStyle
    /// What it comes as where nothing else is asked for.
    var format = Representation.png
    /// In place of the chart's own, where an address says so; not kept.
    var locale: Locale?
}

extension KeptChartContent {
    /// The same for equal charts: their id is made of it.
    var bytes: [UInt8] {
        var members: [ConfigValue.Member] = []
        switch source {
        case .spec(let spec): members.append(.init("chart", spec.json))
        case .config(let text): members.append(.init("config", .string(text)))
        }
        members.append(.init("picture", style.json))
        members.append(.init("format", .string(format.rawValue)))
        return ConfigValue.object(members).bytes
    }

    /// Reads what was kept; nil for what this version cannot read.
    init?(bytes: [UInt8]) {
        guard let value = try? ConfigValue(parsing: bytes) else { return nil }
        if let text = value["config"]?.plainText {
            source = .config(text)
        } else if let json = value["chart"], let read = try? ChartGrammar(json) {
            source = .spec(read.spec)
        } else {
            return nil
        }
        style = PictureStyle(kept: value["picture"] ?? .object([]))
        format = value["format"]?.plainText.flatMap { Representation(rawValue: $0) } ?? .png
        if case .spec(let spec) = source { style.palette = spec.palette }
    }

    /// Returns the picture, with what an address fills it with.
    ///
    /// - Parameters:
    ///   - warnings: takes what of a configuration is drawn otherwise, or left out.
    ///   - unfilled: takes what has no place in the chart.
    /// - Throws: `SpecFaults` where what it is filled with cannot be drawn.
    func picture(filledWith filling: ChartFilling, warnings: inout [String], unfilled: inout [SpecFault]) throws(SpecFaults) -> ChartPicture
    {
        switch source {
        case .spec(var spec):
            filling.fill(&spec, unfilled: &unfilled)
            spec.locale = locale ?? spec.locale
            return try ChartPicture(spec, style: style)
        case .config(let text):
            let config = (try? ConfigValue(parsing: Array(text.utf8), warnings: &warnings)) ?? .null
            let filled = filling.isEmpty ? config : filling.filled(config, unfilled: &unfilled)
            var spec = ChartSpec(chartJS: filled, warnings: &warnings)
            spec.locale = locale ?? spec.locale
            return try ChartPicture(spec, style: style)
        }
    }
}

extension PictureStyle {
    /// The style as it is kept; what is as it is in every picture is left out.
    var json: ConfigValue {
        var members: [ConfigValue.Member] = [
            .init("width", .number(size.width)), .init("height", .number(size.height)), .init("scale", .number(scale)),
        ]
        if appearance != .light { members.append(.init("theme", .string(appearance.rawValue))) }
        if let margin { members.append(.init("margin", .number(margin))) }
        if let background { members.append(.init("background", .string(background.hexText))) }
        if isLossless { members.append(.init("lossless", true)) }
        if isTextLive { members.append(.init("live", true)) }
        return .object(members)
    }

    init(kept: ConfigValue) {
        self.init()
        if let width = kept["width"]?.number, let height = kept["height"]?.number { size = Size(width: width, height: height) }
        scale = kept["scale"]?.number ?? scale
        appearance = kept["theme"]?.plainText.flatMap { Appearance(rawValue: $0) } ?? appearance
        margin = kept["margin"]?.number
        background = kept["background"]?.plainText.flatMap { Color(css: $0) }
        isLossless = kept["lossless"] == true
        isTextLive = kept["live"] == true
    }
}

extension ConfigValue {
    fileprivate var number: Double? { if case .number(let number) = self { number } else { nil } }

    var plainText: String? { DataTable.queryText(of: self) }
}
