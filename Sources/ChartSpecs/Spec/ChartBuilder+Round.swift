import Charts

extension ChartBuilder {
    /// Returns what is drawn around a middle, or of a whole.
    func roundMarks(of layer: Layer, _ series: [Mark.Series]) -> [Mark] {
        let rows = zip(layer.positions, series.first?.values ?? []).enumerated().compactMap { index, row in
            row.1.map { (name: row.0.text(in: spec.locale), value: $0, color: given(0, row: index, of: layer)) }
        }
        switch layer.spec.kind {
        case .radar: return [.radar(Mark.Radar(positions: layer.positions, series: series, isFilled: layer.spec.isFilled))]
        case .polar:
            let sectors = rows.enumerated().map { Mark.Arc.Row(name: $1.name, value: $1.value, color: $1.color ?? .categorical($0)) }
            return [.polarArea(Mark.PolarArea(rows: sectors))]
        case .gauge:
            guard let row = rows.first else { return [] }
            let bands = layer.spec.bands.enumerated().map { index, band in
                Mark.Gauge.Band(to: band.end, color: band.color.map { .given($0) } ?? .categorical(index))
            }
            return [
                .gauge(
                    Mark.Gauge(
                        name(of: row.name), value: row.value, domain: domain(around: row.value, layer.spec), bands: bands,
                        shape: layer.spec.isRing ? .ring : .halfRing, color: row.color ?? .accent))
            ]
        case .progress:
            guard let row = rows.first else { return [] }
            return [.progress(Mark.Progress(name(of: row.name), value: row.value, of: whole(of: row.value), color: row.color ?? .accent))]
        default: return []
        }
    }

    /// Refuses what has no place around a middle, or in a whole.
    mutating func checkRound(_ layer: Layer) {
        let kind = layer.spec.kind
        if kind == .polar || kind == .progress, let minimum = spec.y.minimum, minimum != 0 {
            refuse("min", "is not zero, where a \(kind.rawValue) begins; leave it out")
        }
        guard kind == .gauge || kind == .progress else { return }
        if layer.positions.count > 1 {
            refuse("data", "has \(layer.positions.count) rows, and a \(kind.rawValue) shows one value; send one row")
        }
        if kind == .progress, let maximum = spec.y.maximum, maximum <= 0 { refuse("max", "is the whole, and has to be above zero") }
        if kind == .gauge, let value = layer.series.first?.numbers.first {
            let domain = ends(around: value, layer.spec)
            if domain.low >= domain.high {
                refuse("min", "has to be below \(NumberText.shortest(domain.high)), where the gauge ends")
            }
        }
    }

    /// A value that has no label is called by its row, which says nothing of the only one.
    private func name(of row: String) -> String { row == "1" ? "" : row }

    private func domain(around value: Double, _ mark: MarkSpec) -> ClosedRange<Double> {
        let ends = ends(around: value, mark)
        return ends.low...max(ends.high, ends.low)
    }

    private func ends(around value: Double, _ mark: MarkSpec) -> (low: Double, high: Double) {
        let low = spec.y.minimum ?? (value < 0 ? LinearScale.rounding(value...0, about: 4).lowerBound : 0)
        return (low, spec.y.maximum ?? mark.bands.last?.end ?? whole(of: value))
    }

    /// Returns what a value is of, where nothing says so: one or a hundred, and beyond those the next round number.
    private func whole(of value: Double) -> Double {
        if let maximum = spec.y.maximum, maximum > 0 { return maximum }
        let isShare = spec.y.format?.format(for: [value]) == .percent
        let natural = isShare ? 1.0 : 100
        return value <= natural ? natural : LinearScale.rounding(0...value, about: 4).upperBound
    }
}

extension MarkSpec.Kind {
    /// Whether it is drawn around a middle, or of a whole.
    var isRound: Bool { self == .radar || self == .polar || self == .gauge || self == .progress }
    /// Whether it shows one column of values.
    var hasOneSeries: Bool { isAlone && self != .radar }
}
