/// The axes of a configuration, in the words of either version of Chart.js.
struct ChartJSAxes {
    struct Axis {
        var id: String
        var config: ConfigValue
        var isAtRight: Bool
    }

    /// Along which rows stand.
    var positions: ConfigValue?
    /// Of values, in the order of the configuration.
    var values: [Axis] = []
    let isHorizontal: Bool

    init(_ options: ConfigValue, _ type: ChartJSType) {
        isHorizontal = type.isHorizontal || options["indexAxis"]?.plainText == "y"
        let scales = options["scales"]
        var (x, y): ([Axis], [Axis]) = ([], [])
        func axis(_ config: ConfigValue, _ id: String) -> Axis {
            Axis(id: config["id"]?.plainText ?? id, config: config, isAtRight: config["position"]?.plainText == "right")
        }
        if case .object(let members)? = scales {
            for member in members {
                // Of version 2 a list, or by mistake the only one of it.
                let isOldX = member.name == "xAxes" || member.name == "xAxis"
                if isOldX || member.name == "yAxes" || member.name == "yAxis" {
                    let list = member.value.elements ?? [member.value]
                    for (index, config) in list.enumerated() where config != .null {
                        let name = "\(isOldX ? "x" : "y")-axis-\(index)"
                        if isOldX { x.append(axis(config, name)) } else { y.append(axis(config, name)) }
                    }
                } else if case .object = member.value {
                    let direction = member.value["axis"]?.plainText ?? String(member.name.prefix(1))
                    if direction == "x" { x.append(axis(member.value, member.name)) } else { y.append(axis(member.value, member.name)) }
                }
            }
        }
        if let scale = options["scale"] ?? scales?["r"] { y = [axis(scale, "r")] }
        positions = (isHorizontal ? y : x).first?.config
        values = isHorizontal ? x : y
    }

    /// The first axis of values, or what a chart without one has.
    var first: ConfigValue { values.first?.config ?? .object([]) }

    var isTime: Bool { ["time", "timeseries"].contains(positions?["type"]?.plainText ?? "") }

    /// Whether values stand on one another.
    var isStacked: Bool { values.contains { $0.config["stacked"]?.isOn == true } || positions?["stacked"]?.isOn == true }

    /// Whether lines on an axis stand on one another: what the axis of positions says is for bars alone.
    func stacksLines(on id: String) -> Bool { axis(id: id)?["stacked"]?.isOn == true }

    /// Whether a dataset's values are on the second axis: where two are in use, on the one at the right, or not the first.
    func isOnSecond(_ id: String?, among used: Set<String>) -> Bool {
        guard let id, used.count > 1 else { return false }
        let first = values.first { !$0.isAtRight }?.id ?? values.first?.id ?? used.sorted().first
        return id != first
    }

    func axis(id: String) -> ConfigValue? { values.first { $0.id == id }?.config }
}
