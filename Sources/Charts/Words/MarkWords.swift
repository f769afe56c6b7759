/// What a mark needs to say something: the chart's language, and how the numbers of the mark's axis are written.
struct MarkWords {
    let chart: Chart
    let format: NumberFormat
    /// The mark's own name, where the chart has several marks with values.
    private let name: String

    init(_ chart: Chart, _ content: any MarkContent, isNamed: Bool) {
        self.chart = chart
        format = chart.format(of: content.valueAxis)
        name = isNamed ? content.name : ""
    }

    var locale: Locale { chart.locale }

    /// What follows a value whose period is not over yet.
    var soFar: String { locale.phrase(" (so far)", de: " (bisher)", fr: " (à ce jour)", es: " (hasta ahora)") }

    func text(of value: Double) -> String { format.text(value, in: locale).isolated }

    /// Returns a difference, with its sign.
    func signedText(_ value: Double) -> String {
        let text = format.text(value, in: locale)
        return (value > 0 ? locale.withPlus(text) : text).isolated
    }

    /// Returns a line, as in `Dairy: $812.40`; where there are several marks, as in `Sales, March: $812.40`.
    func line(_ something: String, _ words: String) -> String {
        let something = something.line.isolated
        return locale.text(name.isEmpty ? something : "\(name.line.isolated), \(something)", saying: words)
    }
}
