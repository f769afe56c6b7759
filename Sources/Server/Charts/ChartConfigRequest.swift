import ChartSpecs
import Charts
import Drawing
import Foundation

/// A configuration of Chart.js, and the picture that it asks for.
struct ChartConfigRequest {
    var picture: ChartPicture
    var suffix: String
    var warnings: [String] = []
    /// What it is drawn from, to be kept.
    var content: KeptChartContent

    /// Returns the members of an object as a query has them, a configuration as text.
    static func fields(of body: ConfigValue) -> [Query.Field] {
        body.members.map { member in
            .init(name: member.name, value: member.value.plainText ?? String(decoding: member.value.bytes, as: UTF8.self))
        }
    }

    /// - Parameter suffix: the extension of the path, which counts more than `format`.
    init(_ fields: Query, suffix: String?) throws {
        func value(_ names: String...) -> String? {
            fields.fields.first { names.contains($0.name) && !$0.value.isEmpty }?.value
        }
        if let google = GoogleChart(fields) {
            self = try ChartConfigRequest(google, suffix: suffix)
            return
        }
        guard var text = value("c", "chart") else {
            throw InvalidQuery([
                .init(
                    parameter: "c",
                    detail: "is missing; it is a configuration, as in c={type:'bar',data:{labels:['Jan'],datasets:[{data:[1]}]}}")
            ])
        }
        if value("encoding") == "base64", let bytes = Foundation.Data(base64Encoded: Self.standardBase64(text)) {
            text = String(decoding: bytes, as: UTF8.self)
        }
        try self.init(config: text, fields, suffix: suffix)
    }

    private init(_ google: GoogleChart, suffix: String?) throws {
        var style = PictureStyle()
        (style.size, style.background) = (google.size, Color(0xFFFFFF))
        picture = try ChartPicture(google.spec, style: style)
        content = KeptChartContent(source: .spec(google.spec), style: style)
        self.suffix = suffix ?? "png"
    }

    /// - Parameter text: the configuration, as JSON or as JavaScript has it.
    init(config text: String, _ fields: Query, suffix: String?) throws {
        guard text.utf8.count <= ServerContext.configLimit else { throw Problem.bodyTooLarge(limit: ServerContext.configLimit) }
        var warnings: [String] = []
        let config: ConfigValue
        do { config = try ConfigValue(parsing: Array(text.utf8), warnings: &warnings) } catch {
            throw InvalidQuery([
                .init(parameter: "c", detail: "cannot be read at line \(error.line), column \(error.column): \(error.reason)")
            ])
        }
        var style = PictureStyle.quickChart
        var format = Representation.png
        QuickChartOptions.read(fields, &style, &format, warnings: &warnings)
        self.suffix = suffix ?? format.rawValue
        let spec = ChartSpec(chartJS: config, warnings: &warnings)
        picture = try ChartPicture(spec, style: style)
        // Functions are kept as they were written.
        let kept = config.hasFunctions ? text : String(decoding: config.bytes, as: UTF8.self)
        content = KeptChartContent(source: .config(kept), style: style, format: format)
        self.warnings = warnings
    }

    /// In an address `+` and `/` have other letters, or were spaces.
    private static func standardBase64(_ text: String) -> String {
        var text = text.replacing("-", with: "+").replacing("_", with: "/").replacing(" ", with: "+")
        while text.utf8.count % 4 != 0 { text += "=" }
        return text
    }
}

extension ConfigValue {
    /// Whether a function stands anywhere in it.
    fileprivate var hasFunctions: Bool {
        switch self {
        case .function: true
        case .array(let values): values.contains(where: \.hasFunctions)
        case .object(let members): members.contains { $0.value.hasFunctions }
        case .string, .number, .boolean, .null: false
        }
    }
}
