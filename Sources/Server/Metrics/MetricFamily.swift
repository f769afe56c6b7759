/// All that is measured under one name.
struct MetricFamily: Hashable, Sendable {
    enum Kind: String, Sendable { case counter, gauge, histogram }

    /// With the unit at its end, as Prometheus names: `…_seconds`, `…_bytes`, `…_total`.
    let name: String
    let kind: Kind
    let help: String

    init(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        self.kind = kind
        self.help = help
    }
}
