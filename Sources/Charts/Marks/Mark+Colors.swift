extension Mark.Line {
    /// More lines than these could not be told apart by their colors.
    static let colorLimit = 6

    /// The line with its first six colors; series beyond them are grey.
    var withinColors: Mark.Line {
        var line = self
        var count = 0
        for index in series.indices where series[index].color != .neutral {
            count += 1
            if count > Self.colorLimit { line.series[index].color = .neutral }
        }
        return line
    }
}
