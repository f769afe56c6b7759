import Reports

/// The path and the query of something this service answers.
struct Address {
    private var path: String
    private var fields: [(name: String, value: String)]

    init(_ segments: [String], _ fields: [(name: String, value: String)] = []) {
        path = segments.map { "/" + $0.percentEncoded }.joined()
        self.fields = fields.filter { !$0.value.isEmpty }
    }

    func adding(_ fields: [(name: String, value: String)]) -> Address {
        var address = self
        address.fields += fields
        return address
    }

    var text: String {
        let query = fields.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }
}
