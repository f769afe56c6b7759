public import Charts

extension Chart {
    /// Returns the chart without points that a picture of that width has no place for: of lines, areas and dots at most two for each pixel.
    ///
    /// Those are kept that span the largest triangles with their neighbors, so that every peak stays (S. Steinarsson, "Downsampling Time
    /// Series for Visual Representation", 2013). What is told in words and tables has all of them.
    ///
    /// - Parameter pixels: the width of the whole picture.
    public func thinned(toWidth pixels: Double) -> Chart {
        let limit = max(Int(pixels * 2), 200)
        var chart = self
        chart.headline = headline
        chart.marks = marks.map { mark in
            switch mark {
            case .line(var line):
                guard let kept = LargestTriangles.indices(line.positions.count, line.series.map(\.values), limit) else { return mark }
                line.keep(kept)
                return .line(line)
            case .area(var area):
                guard let kept = LargestTriangles.indices(area.positions.count, area.series.map(\.values), limit) else { return mark }
                area.positions = kept.map { area.positions[$0] }
                area.series = area.series.map { $0.keeping(kept) }
                area.totals = area.totals.map { totals in kept.map { totals[$0] } }
                return .area(area)
            case .dots(var dots):
                guard let kept = LargestTriangles.indices(dots.positions.count, dots.series.map(\.values), limit) else { return mark }
                dots.positions = kept.map { dots.positions[$0] }
                dots.series = dots.series.map { $0.keeping(kept) }
                return .dots(dots)
            default: return mark
            }
        }
        return chart
    }
}

extension Mark.Line {
    fileprivate mutating func keep(_ kept: [Int]) {
        positions = kept.map { positions[$0] }
        series = series.map { $0.keeping(kept) }
        unfinished = unfinished.flatMap { kept.firstIndex(of: $0) }
    }
}

extension Mark.Series {
    fileprivate func keeping(_ kept: [Int]) -> Mark.Series {
        Mark.Series(name: name, values: kept.map { values[$0] }, color: color, style: style.keeping(kept))
    }
}

enum LargestTriangles {
    /// Returns the places to keep, in order, the same for all series; nil where nothing has to go.
    static func indices(_ count: Int, _ series: [[Double?]], _ limit: Int) -> [Int]? {
        guard count > limit, !series.isEmpty else { return nil }
        var kept: Set<Int> = []
        let share = max(limit / series.count, 100)
        for values in series { kept.formUnion(indices(of: values, share)) }
        return kept.sorted()
    }

    private static func indices(of values: [Double?], _ limit: Int) -> [Int] {
        guard values.count > limit, limit > 2 else { return Array(values.indices) }
        let width = Double(values.count - 2) / Double(limit - 2)
        func bucket(_ index: Int) -> Range<Int> {
            let from = Int(Double(index) * width) + 1
            return from..<min(max(Int(Double(index + 1) * width) + 1, from + 1), values.count)
        }
        var kept = [0]
        var last = 0
        for index in 0..<limit - 2 {
            let own = bucket(index)
            let next = index + 1 < limit - 2 ? bucket(index + 1) : values.count - 1..<values.count
            var (sum, count) = (0.0, 0)
            for place in next { if let value = values[place] { (sum, count) = (sum + value, count + 1) } }
            let mean = count > 0 ? sum / Double(count) : 0
            let middle = Double(next.lowerBound + next.upperBound - 1) / 2
            let (x, y) = (Double(last), values[last] ?? mean)
            var (best, largest) = (own.lowerBound, -1.0)
            for place in own {
                // A gap stays a gap.
                guard let value = values[place] else {
                    if place > 0, values[place - 1] != nil { kept.append(place) }
                    continue
                }
                let area = abs((x - middle) * (value - y) - (x - Double(place)) * (mean - y))
                if area > largest { (best, largest) = (place, area) }
            }
            kept.append(best)
            last = best
        }
        kept.append(values.count - 1)
        return kept
    }
}
