extension ChartFilling {
    /// Returns a configuration of Chart.js with what fills it.
    ///
    /// - Parameter unfilled: takes what has no place in it, by the names of the fields.
    public func filled(_ config: ConfigValue, unfilled: inout [SpecFault]) -> ConfigValue {
        var config = config
        if let title {
            let shown: ConfigValue = ["display": true, "text": .string(title)]
            // Of version 2, and of those after it.
            for path in [["options", "title"], ["options", "plugins", "title"]] {
                config = config.replacing(path[...]) { old in
                    shown.members.reduce(old.map { .object($0.members) } ?? .object([])) { $0.with($1.name, $1.value) }
                }
            }
        }
        if let labels { config = config.replacing(["data", "labels"]) { _ in .array(labels.map { .string($0) }) } }
        guard !series.isEmpty else { return config }
        var sets = ChartJSReader.datasets(of: config)
        for (number, filling) in series.sorted(by: { $0.key < $1.key }) {
            // One more than there are is a new one.
            if number == sets.count + 1, filling.data != nil { sets.append(.object([])) }
            guard sets.indices.contains(number - 1) else {
                unfilled.append(noPlace(number, among: sets.count))
                continue
            }
            var set = sets[number - 1]
            if let data = filling.data { set = set.with("data", .array(data)) }
            if let label = filling.label { set = set.with("label", .string(label)) }
            for (name, colors) in [("backgroundColor", filling.background), ("borderColor", filling.border)] {
                guard let colors else { continue }
                set = set.with(name, colors.count == 1 ? .string(colors[0]) : .array(colors.map { .string($0) }))
            }
            sets[number - 1] = set
        }
        return config.replacing(["data", "datasets"]) { _ in .array(sets) }
    }

    func noPlace(_ number: Int, among count: Int) -> SpecFault {
        SpecFault("data\(number)", "has no place: the chart has \(count) series")
    }
}

extension ConfigValue {
    /// Returns the object with another value of a member; of what is no object, one with that member alone.
    func with(_ name: String, _ value: ConfigValue) -> ConfigValue {
        var members = members.filter { $0.name != name }
        members.append(Member(name, value))
        return .object(members)
    }

    /// Returns the object with another value at the end of a path, whose objects are made where they are not.
    func replacing(_ path: ArraySlice<String>, _ make: (ConfigValue?) -> ConfigValue) -> ConfigValue {
        guard let name = path.first else { return self }
        let old = self[name]
        return with(name, path.count == 1 ? make(old) : (old ?? .object([])).replacing(path.dropFirst(), make))
    }
}
