public import ChartSpecs
public import Reports

/// A chart as a file has it: rows of CSV, the names of `/plot` or the grammar of `/api/charts` as JSON, or a configuration of Chart.js, told
/// apart by what is in it.
///
///     let chart = try ChartFile(bytes, query: Query([("mark", "line"), ("x", "month")]))
///     let png = try chart.picture.bytes(as: .png, typesetter: typesetter)
public struct ChartFile: Sendable {
    public let picture: ChartPicture
    /// What was left out, and where it stands.
    public let warnings: [String]

    /// The names of `/plot` that a configuration of Chart.js leaves to who draws it, and what `/chart` calls them.
    private static let namesOfConfig = ["width": "width", "height": "height", "scale": "devicePixelRatio", "background": "bkg"]

    /// - Parameters:
    ///   - bytes: the file; nil where the query has the data.
    ///   - query: the names of `/plot`, beside what the file says.
    public init(_ bytes: [UInt8]? = nil, query: Query = Query()) throws(UnreadableChart) {
        self = try Self.reading { () throws -> ChartFile in
            guard let bytes else { return ChartFile(picture: try PlotRequest(query: query).picture, warnings: []) }
            guard Self.isJSON(bytes) else {
                return ChartFile(picture: try PlotRequest(query: query, data: .csv(bytes)).picture, warnings: [])
            }
            let (config, warnings) = try Self.config(bytes)
            return try ChartFile(config, query: query, warnings: warnings)
        }
    }

    /// Reads one of many charts: an object, whose member `name` says what its file is called.
    public static func named(_ bytes: [UInt8], query: Query = Query()) throws(UnreadableChart) -> (name: String?, chart: ChartFile) {
        try reading {
            var (config, warnings) = try config(bytes)
            let name = config["name"].flatMap { DataTable.queryText(of: $0) }
            config = .object(config.members.filter { $0.name != "name" })
            return (name, try ChartFile(config, query: query, warnings: warnings))
        }
    }

    /// Puts whatever is wrong into words.
    private static func reading<Value>(_ read: () throws -> Value) throws(UnreadableChart) -> Value {
        do { return try read() } catch let problem as Problem {
            let faults = problem.faults.map { "\($0.place): \($0.detail)" }
            throw UnreadableChart(description: faults.isEmpty ? problem.detail : faults.joined(separator: "; "))
        } catch {
            throw UnreadableChart(description: "\(error)")
        }
    }

    private init(picture: ChartPicture, warnings: [String]) {
        self.picture = picture
        self.warnings = warnings
    }

    private static func config(_ bytes: [UInt8]) throws(Problem) -> (config: ConfigValue, warnings: [String]) {
        guard bytes.count <= ServerContext.configLimit else { throw Problem.bodyTooLarge(limit: ServerContext.configLimit) }
        var warnings: [String] = []
        let config: ConfigValue
        do { config = try ConfigValue(parsing: bytes, warnings: &warnings) } catch {
            throw Problem.brokenJSON(JSONSyntaxError(line: error.line, column: error.column, reason: error.reason))
        }
        return (config, warnings)
    }

    /// Reads a chart from an object that was read.
    init(_ config: ConfigValue, query: Query, warnings: [String] = []) throws {
        if Self.isOfGrammar(config) {
            let (grammar, wish) = try GrammarRoutes.chart(config, query)
            do throws(SpecFaults) { picture = try ChartPicture(grammar.spec, style: wish.style) } catch { throw Problem(unreadable: error) }
            self.warnings = warnings + grammar.warnings
            return
        }
        guard Self.isOfChartJS(config) else {
            picture = try PlotRequest(json: config, query: query).picture
            self.warnings = warnings
            return
        }
        let request = try ChartConfigRequest(try Self.fields(of: config, query), suffix: nil)
        picture = request.picture
        self.warnings = warnings + request.warnings
    }

    /// Returns what `/chart` takes.
    private static func fields(of config: ConfigValue, _ query: Query) throws(InvalidQuery) -> Query {
        var fields = Query()
        if config["chart"] == nil {
            fields.fields = [.init(name: "c", value: String(decoding: config.bytes, as: UTF8.self))]
        } else {
            fields.fields = ChartConfigRequest.fields(of: config)
        }
        var refused: [InvalidQuery.Fault] = []
        for field in query.fields {
            guard let name = namesOfConfig[field.name] else {
                refused.append(.init(parameter: field.name, detail: "is for rows; a configuration of Chart.js has its own words for it"))
                continue
            }
            fields.fields.insert(.init(name: name, value: field.value), at: 0)
        }
        guard refused.isEmpty else { throw InvalidQuery(refused) }
        return fields
    }

    /// Returns the path of the picture, with the data in it.
    ///
    /// - Parameters:
    ///   - bytes: the file that the chart was read from; nil where the query has the data.
    ///   - query: the names of `/plot` that were given beside it.
    ///   - isCoded: whether a configuration stands in the path, as `/chart/png/CODE` has it, which every mail client leaves as it is.
    public func address(of bytes: [UInt8]?, query: Query, isCoded: Bool = false) throws(UnreadableChart) -> String {
        let address = try Self.reading {
            guard let bytes else { return "/plot.png?\(query.encoded)" }
            var query = query
            guard Self.isJSON(bytes) else {
                query.fields.append(.init(name: "csv", value: String(decoding: picture.spec.data.csv, as: UTF8.self)))
                return "/plot.png?\(query.encoded)"
            }
            let config = try Self.config(bytes).config
            guard !Self.isOfGrammar(config) else {
                throw UnreadableChart(
                    description: "A chart in this grammar has no address of its own: send it to /api/charts with 'Prefer: return=minimal', "
                        + "which keeps it under one.")
            }
            if Self.isOfChartJS(config) {
                var fields = try Self.fields(of: config, query)
                guard isCoded, let place = fields.fields.firstIndex(where: { $0.name == "c" || $0.name == "chart" }) else {
                    return "/chart.png?\(fields.encoded)"
                }
                let code = try ChartCode.code(of: fields.fields.remove(at: place).value)
                return "/chart/png/\(code)" + (fields.fields.isEmpty ? "" : "?\(fields.encoded)")
            }
            let (fields, data) = try PlotRequest.fields(of: config)
            query.fields += fields
            if case .rows = data {
                query.fields.append(.init(name: "csv", value: String(decoding: picture.spec.data.csv, as: UTF8.self)))
            }
            return "/plot.png?\(query.encoded)"
        }
        guard address.utf8.count <= Self.addressLimit else {
            throw UnreadableChart(
                description:
                    "The address would have \(address.utf8.count) bytes, and at most \(Self.addressLimit) are read; send the chart "
                    + "as a body, or draw it into a file.")
        }
        return address
    }

    /// The most bytes of an address.
    private static let addressLimit = 64_000

    /// Whether a text is a configuration of Chart.js, as far as it can be read.
    static func isChartJS(_ bytes: [UInt8]) -> Bool { isJSON(bytes) && (try? config(bytes)).map { isOfChartJS($0.config) } == true }

    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[start...].first { !($0 == 0x20 || 0x09...0x0D ~= $0) } == UInt8(ascii: "{")
    }

    /// Whether an object is a chart as `POST /api/charts` takes it, a spec of Vega-Lite among them.
    private static func isOfGrammar(_ config: ConfigValue) -> Bool {
        ["marks", "encoding", "layer", "$schema"].contains { config[$0] != nil }
    }

    /// Whether an object is a configuration of Chart.js, or has one as QuickChart is sent it.
    private static func isOfChartJS(_ config: ConfigValue) -> Bool {
        if ["type", "datasets", "chart", "options"].contains(where: { config[$0] != nil }) { return true }
        return config["data"]?["datasets"] != nil || config["data"]?["labels"] != nil
    }
}

/// Why no chart can be drawn from a file: all that is wrong with it.
public struct UnreadableChart: Error, CustomStringConvertible {
    public let description: String
}

extension PlotRequest {
    /// What may be said of a plot in a query: what each name is for, and whether it may be given again.
    public static var parameters: [(name: String, summary: String, isRepeatable: Bool)] {
        QueryReader.parameters { _ = PlotRequest(&$0) }.map { ($0.name, $0.words, $0.isRepeatable) }
    }
}
