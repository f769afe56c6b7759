import Charts
import Drawing

extension VegaReader {
    /// Adds what a unit draws to a spec.
    mutating func add(
        _ unit: Unit, on axis: Mark.ValueAxis, _ spec: inout ChartSpec, _ places: inout FaultPlaces, _ reader: inout MemberReader
    ) {
        if let facet = unit.channels["facet"] ?? unit.channels["column"] ?? unit.channels["row"] {
            spec.facet = facet.field
            places.chart["facet"] = "\(facet.place)/field"
        }
        if unit.channels["row"] != nil, unit.channels["column"] != nil { warn("\(unit.place)/encoding/row", "is left out beside column") }
        switch unit.mark {
        case "rule": addRule(unit, on: axis, &spec, &places)
        case "arc": addArc(unit, &spec, &places, &reader)
        default: addMark(unit, on: axis, &spec, &places, &reader)
        }
    }

    private mutating func addRule(_ unit: Unit, on axis: Mark.ValueAxis, _ spec: inout ChartSpec, _ places: inout FaultPlaces) {
        guard let value = unit.channels["y"]?.datum else {
            warn("\(unit.place)/mark", "a rule is drawn at a datum of y alone")
            return
        }
        spec.rules.append(RuleSpec(value: value, on: axis))
        places.chart["target"] = unit.place.isEmpty ? "/mark" : unit.place
    }

    private mutating func addArc(_ unit: Unit, _ spec: inout ChartSpec, _ places: inout FaultPlaces, _ reader: inout MemberReader) {
        guard let theta = unit.channels["theta"], theta.field != nil || theta.aggregate == .count else {
            refuse(&reader, unit, "theta", "is missing; an arc needs the column of its values")
            return
        }
        let color = unit.channels["color"]
        var mark = MarkSpec(unit.hasHole ? .donut : .pie, x: color?.field, y: [theta.field].compactMap { $0 })
        // Slices of one name are one slice.
        mark.aggregate = theta.aggregate ?? .sum
        if let range = color?.range, !range.isEmpty { mark.colors = [range] }
        spec.marks.append(mark)
        spec.y.format = theta.axis.format
        places.marks.append(["x": "\(color?.place ?? unit.place)/field", "y": "\(theta.place)/field", "mark": "\(unit.place)/mark"])
    }

    private mutating func addMark(
        _ unit: Unit, on axis: Mark.ValueAxis, _ spec: inout ChartSpec, _ places: inout FaultPlaces, _ reader: inout MemberReader
    ) {
        var (position, value) = (unit.channels["x"], unit.channels["y"])
        var isHorizontal = false
        if let x = position, x.isMeasure, value?.isMeasure != true, value != nil || unit.mark == "bar" && !x.isBinned {
            (position, value, isHorizontal) = (value, x, true)
        }
        if unit.mark == "bar", let bins = [position, value].compactMap({ $0 }).first(where: \.isBinned), let field = bins.field {
            spec.marks.append(MarkSpec(.hist, y: [field]))
            spec.x.title = bins.axis.title
            places.marks.append(["y": "\(bins.place)/field", "mark": "\(unit.place)/mark"])
            if unit.channels["color"]?.field != nil { warn("\(unit.place)/encoding/color", "is left out in a histogram") }
            return
        }
        guard let value, value.field != nil || value.aggregate == .count else {
            refuse(&reader, unit, isHorizontal ? "x" : "y", "is missing; name the column of values")
            return
        }
        if position?.isBinned == true { warn("\(position?.place ?? "")/bin", "is left out") }
        let kind: MarkSpec.Kind = unit.mark == "bar" ? .bar : unit.mark == "line" ? .line : unit.mark == "area" ? .area : .dots
        if isHorizontal, kind != .bar { warn("\(unit.place)/mark", "is drawn upright") }
        let color = unit.channels["color"]
        var mark = MarkSpec(
            kind, x: position?.field, y: [value.field].compactMap { $0 }, color: color?.field, aggregate: value.aggregate, on: axis,
            isHorizontal: isHorizontal && kind == .bar)
        mark.isStacked =
            kind == .bar && color?.field != nil && value.stacking != .none && unit.channels["xOffset"] == nil
        if let only = color?.color ?? unit.color { mark.colors = [[only]] }
        if let range = color?.range, !range.isEmpty { spec.palette = range }
        spec.marks.append(mark)
        places.marks.append([
            "x": "\(position?.place ?? unit.place)/field", "y": "\(value.place)/field", "y2": "\(value.place)/field",
            "color": "\(color?.place ?? unit.place)/field", "mark": "\(unit.place)/mark",
        ])
        readAxes(position, value, axis, &spec, &places)
        if let position { readOrder(position, &spec, isNumeric: position.type == "quantitative") }
    }

    private mutating func readAxes(
        _ position: VegaChannel?, _ value: VegaChannel, _ axis: Mark.ValueAxis, _ spec: inout ChartSpec, _ places: inout FaultPlaces
    ) {
        if let title = position?.axis.title, !title.isEmpty { spec.x.title = title }
        if position?.axis.minimum != nil || position?.axis.isLogarithmic == true {
            warn("\(position?.place ?? "")/scale", "is left out: positions stand in order")
        }
        let old = axis == .y ? spec.y : spec.y2
        var new = value.axis
        if new.title.isEmpty { new.title = old.title }
        new.format = new.format ?? old.format
        new.isLogarithmic = new.isLogarithmic || old.isLogarithmic
        (new.minimum, new.maximum) = (new.minimum ?? old.minimum, new.maximum ?? old.maximum)
        if axis == .y { spec.y = new } else { spec.y2 = new }
        for (part, place) in [("min", "domain"), ("max", "domain"), ("log", "type")] {
            places.chart[part] = "\(value.place)/scale/\(place)"
        }
    }

    private mutating func readOrder(_ position: VegaChannel, _ spec: inout ChartSpec, isNumeric: Bool) {
        if isNumeric { warn(position.place, "positions stand in order, their distances not to scale") }
        switch position.sorting {
        case .standard:
            // Times are in order anyway.
            if position.type != "temporal" { spec.sort = .x }
        case .none: break
        case .ascending: spec.sort = .x
        case .descending: spec.sort = .xDescending
        case .by(let channel, let isDescending):
            let isOwn = position.place.hasSuffix("/\(channel)")
            if !isOwn, channel != "x", channel != "y" {
                warn("\(position.place)/sort", "rows stay in the order they come")
            } else if isOwn {
                spec.sort = isDescending ? .xDescending : .x
            } else {
                spec.sort = isDescending ? .yDescending : .y
            }
        }
    }

    private func refuse(_ reader: inout MemberReader, _ unit: Unit, _ channel: String, _ reason: String) {
        reader.add(SpecFault("\(unit.place)/encoding/\(channel)", reason))
    }
}
