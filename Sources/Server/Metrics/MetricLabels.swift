/// What tells the instruments of one name apart, as the text format writes it: `status="2xx",representation="png"`.
struct MetricLabels: Hashable, Sendable {
    let text: String

    init(_ labels: [(name: String, value: String)] = []) {
        text = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    }

    private init(text: String) { self.text = text }

    func adding(_ name: String, _ value: String) -> MetricLabels {
        let label = "\(name)=\"\(Self.escaped(value))\""
        return MetricLabels(text: text.isEmpty ? label : "\(text),\(label)")
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
