extension Mark.Points {
    /// As in `48 points; height 150 to 190, weight 45 to 98; correlation 0.83.`
    func message(in words: MarkWords) -> String? {
        guard !isEmpty else { return nil }
        let (locale, chart) = (words.locale, words.chart)
        let values = drawnValues
        func range(_ title: String, _ low: String, _ high: String) -> String {
            let (title, low, high) = (title.clipped(to: 24).isolated, low.isolated, high.isolated)
            return locale.phrase(
                "\(title) \(low) to \(high)", de: "\(title) \(low) bis \(high)", fr: "\(title) de \(low) à \(high)",
                es: "\(title) de \(low) a \(high)")
        }
        var ranges: [String] = []
        let places = rows.map(\.position)
        let along = places.compactMap { $0.number ?? $0.seconds }
        if along.count == places.count, let low = along.indices.min(by: { along[$0] < along[$1] }),
            let high = along.indices.max(by: { along[$0] < along[$1] })
        {
            let (low, high) = (places[low].text(chart.x.format, in: locale), places[high].text(chart.x.format, in: locale))
            ranges.append(range(chart.x.title.isEmpty ? "x" : chart.x.title, low, high))
        }
        if let low = values.min(), let high = values.max() {
            let title = chart.axis(axis).title
            ranges.append(range(title.isEmpty ? "y" : title, words.format.text(low, in: locale), words.format.text(high, in: locale)))
        }
        var parts = [locale.text(of: rows.count, .point), ranges.joined(separator: ", ")]
        if along.count == values.count, let correlation = Self.correlation(along, values) {
            let number = NumberFormat.decimal(2).text(correlation, in: locale).isolated
            parts.append(
                locale.phrase(
                    "correlation \(number)", de: "Korrelation \(number)", fr: "corrélation \(number)", es: "correlación \(number)"))
        }
        return parts.joined(separator: locale.semicolon) + "."
    }

    /// Pearson's coefficient; nil for few numbers, or where one side has no spread.
    private static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
        guard x.count >= 8 else { return nil }
        let count = Double(x.count)
        let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (x, y) in zip(x, y) {
            let (dx, dy) = (x - meanX, y - meanY)
            xx += dx * dx
            yy += dy * dy
            xy += dx * dy
        }
        let spread = (xx * yy).squareRoot()
        return spread > 0 && spread.isFinite ? xy / spread : nil
    }

    /// As in `Berlin, 178: 80 (size 12)`.
    func lines(in words: MarkWords) -> [String] {
        let locale = words.locale
        return series.flatMap { series in
            series.rows.map { row in
                let place = row.position.text(words.chart.x.format, in: locale)
                let names = [self.series.count > 1 ? series.name : "", row.name, place].filter { !$0.isEmpty }
                let size = row.size.map { " (\(text(ofSize: $0, in: locale).isolated))" } ?? ""
                return words.line(names.map(\.line.isolated).joined(separator: ", "), words.text(of: row.value) + size)
            }
        }
    }

    private func text(ofSize size: Double, in locale: Locale) -> String {
        switch sizing {
        case .areas(let axis):
            [axis.title, axis.format.text(size, in: locale)].filter { !$0.isEmpty }.joined(separator: "\u{A0}")
        case .radii: NumberFormat.pattern(NumberPattern()).text(size, in: locale)
        }
    }
}

extension Noun {
    fileprivate static let point = Noun("point/points", de: "Punkt/Punkte", fr: "point/points", es: "punto/puntos")
}
