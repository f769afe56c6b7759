import Charts

extension MarkStyle {
    /// The style as `MemberReader.styles` reads it, what has its default left out.
    var json: ConfigValue {
        var members: [ConfigValue.Member] = []
        func add(_ name: String, _ value: ConfigValue?) { if let value { members.append(.init(name, value)) } }
        add("strokeWidth", width.map { .number($0) })
        if !dashes.isEmpty { add("strokeDash", .array(dashes.map { .number($0) })) }
        add("interpolate", curve.map { .string($0.word) })
        if case .smooth(let tension)? = curve { add("tension", .number(tension)) }
        if spansGaps { add("spanGaps", true) }
        add("point", points?.json)
        add("fill", fill?.json)
        add("labels", labels?.json)
        return .object(members)
    }
}

extension MarkStyle.Curve {
    /// As Vega-Lite calls it.
    var word: String {
        switch self {
        case .straight: "linear"
        case .smooth: "cardinal"
        case .monotone: "monotone"
        case .stepAfter: "step-after"
        case .stepBefore: "step-before"
        case .step: "step"
        }
    }

    static let words = ["linear", "cardinal", "monotone", "step-after", "step-before", "step"]

    /// - Parameter tension: of a line that is bent by it.
    init?(word: String, tension: Double) {
        let curves: [MarkStyle.Curve] = [.straight, .smooth(tension: tension), .monotone, .stepAfter, .stepBefore, .step]
        guard let curve = curves.first(where: { $0.word == word }) else { return nil }
        self = curve
    }
}

extension PointStyle {
    fileprivate var json: ConfigValue {
        var members: [ConfigValue.Member] = []
        if !radii.isEmpty { members.append(.init("radius", .array(radii.map { .number($0) }))) }
        if shape != .circle { members.append(.init("shape", .string(shape.rawValue))) }
        if !colors.isEmpty { members.append(.init("colors", .array(colors.map { .string($0.hexText) }))) }
        if !edges.isEmpty { members.append(.init("edges", .array(edges.map { .string($0.hexText) }))) }
        if edgeWidth != 1 { members.append(.init("edgeWidth", .number(edgeWidth))) }
        return .object(members)
    }
}

extension ValueLabels {
    fileprivate var json: ConfigValue {
        var members: [ConfigValue.Member] = []
        if !texts.isEmpty { members.append(.init("texts", .array(texts.map { .string($0) }))) }
        if place != .outside { members.append(.init("place", .string(place.rawValue))) }
        if let color { members.append(.init("color", .string(color.hexText))) }
        if let background { members.append(.init("background", .string(background.hexText))) }
        if size != 11 { members.append(.init("size", .number(size))) }
        return .object(members)
    }
}

extension MarkStyle.Fill {
    fileprivate var json: ConfigValue {
        let end: ConfigValue.Member? =
            switch base {
            case .value(0): nil
            case .value(let value): .init("value", .number(value))
            case .low: .init("end", "low")
            case .high: .init("end", "high")
            case .series(let place): .init("series", .number(Double(place)))
            }
        return .object([.init("color", .string(color.hexText))] + (end.map { [$0] } ?? []))
    }
}

extension Chart.Padding {
    var json: ConfigValue {
        .object(
            [("top", top), ("left", left), ("bottom", bottom), ("right", right)].filter { $0.1 != 0 }.map { .init($0.0, .number($0.1)) })
    }
}
