import ChartSpecs
import HTTPTypes
import Reports

extension PlotRequest {
    /// Reads the same names from an object, as in `{"data": [{…}], "mark": "bar", "x": "month", "y": ["sales", "costs"]}`, beside a query.
    ///
    /// - Throws: `Problem` for what the object has wrong, `InvalidQuery` for the query.
    init(json: ConfigValue, query: Query = Query()) throws {
        let (fields, data) = try Self.fields(of: json)
        var all = query
        all.fields += fields
        do { self = try PlotRequest(query: all, data: data) } catch {
            let names = Set(json.members.map(\.name))
            guard error.faults.contains(where: { names.contains($0.parameter) || $0.parameter == "data" }) else { throw error }
            throw Problem(unreadable: InvalidBody(error.faults.map { .init(pointer: "/\($0.parameter)", detail: $0.detail) }))
        }
    }

    /// Returns the names of an object as a query has them, and its rows.
    static func fields(of json: ConfigValue) throws(Problem) -> (fields: [Query.Field], data: Data) {
        guard case .object(let members) = json else {
            throw Problem(
                unreadable: InvalidBody([.init(pointer: "", detail: "has to be an object in braces, as in {\"bar\": {\"Jan\": 120}}")]))
        }
        var (fields, data, faults): ([Query.Field], Data, [InvalidBody.Fault]) = ([], .none, [])
        for member in members {
            if member.name == "data" {
                data = .rows(member.value)
                continue
            }
            switch Self.texts(of: member.value, named: member.name) {
            case .success(let texts): fields += texts.map { .init(name: member.name, value: $0) }
            case .failure(let fault): faults.append(.init(pointer: "/\(member.name)", detail: fault.reason))
            }
        }
        guard faults.isEmpty else { throw Problem(unreadable: InvalidBody(faults)) }
        return (fields, data)
    }

    /// Returns a member as a query writes it, once for each value of a list.
    private static func texts(of value: ConfigValue, named name: String) -> Result<[String], Unreadable> {
        switch value {
        case .array(let values) where inlineNames.contains(name):
            // Numbers alone, or pairs.
            let items = values.map { value -> String? in
                if case .array(let pair) = value, pair.count == 2, let label = DataTable.queryText(of: pair[0]) {
                    return "\"\(label.replacing("\"", with: "\"\""))\":\(DataTable.queryText(of: pair[1]) ?? "")"
                }
                return DataTable.queryText(of: value) ?? (value == .null ? "null" : nil)
            }
            guard items.allSatisfy({ $0 != nil }) else { return .failure(Unreadable("is not a list of numbers or of pairs")) }
            return .success([items.compactMap { $0 }.joined(separator: ",")])
        case .object(let members) where inlineNames.contains(name):
            let items = members.map { "\"\($0.name.replacing("\"", with: "\"\""))\":\(DataTable.queryText(of: $0.value) ?? "")" }
            return .success([items.joined(separator: ",")])
        case .array(let values):
            let texts = values.compactMap { DataTable.queryText(of: $0) }
            guard texts.count == values.count else { return .failure(Unreadable("is not a list of texts")) }
            return .success(name == "palette" ? [texts.joined(separator: ",")] : texts)
        case .null: return .success([])
        case .object: return .failure(Unreadable("is an object, and has to be a text, a number, true, false or a list"))
        case .boolean(let boolean) where name == "download": return .success(boolean ? ["1"] : [])
        default: return .success([DataTable.queryText(of: value)].compactMap { $0 })
        }
    }

    private static let inlineNames = Set(QueryReader.inlineKinds.map(\.rawValue))
}

extension Problem {
    /// A body whose names or values cannot be read, answered as a query with the same would be.
    init(unreadable body: InvalidBody) {
        self.init(body)
        status = .badRequest
    }
}
