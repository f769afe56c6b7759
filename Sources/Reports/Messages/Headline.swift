import Charts

/// What a picture's title says.
public enum Headline: String, CaseIterable, Sendable {
    /// What the numbers say: what changed most or stands out, or else the total and what is largest.
    case message
    /// What the picture is about.
    case topic
}

extension Chart {
    /// Returns the chart with what it says as its title, and what it is about at the head of its subtitle.
    ///
    /// It stays as it is where the reader chose a title, or wishes for the topic, or there is nothing to say.
    func saying(_ message: @autoclosure () -> String?, _ presentation: Presentation) -> Chart {
        guard presentation.headline == .message, presentation.title == nil, let message = message() else { return self }
        var chart = self
        chart.topic = title
        chart.title = message
        chart.subtitle = [title, subtitle].filter { !$0.isEmpty }.joined(separator: " · ")
        return chart
    }
}
