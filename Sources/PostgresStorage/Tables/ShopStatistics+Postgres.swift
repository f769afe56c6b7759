import Purchases

extension ShopStatistics {
    /// Reads the counts; of the weeks, those that are recent.
    static func read(from connection: Connection) throws -> ShopStatistics {
        var tally = StatisticsTally()
        func add(_ row: PostgresRow) {
            guard let kind = StatisticsCounter.Kind(rawValue: Int(row.integer(0))) else { return }
            let counter = StatisticsCounter(kind, number: Int(row.integer(1)), name: row.text(2), other: row.text(3))
            tally.add(row.integer(4), to: counter)
        }
        let columns = "SELECT kind, number, name, other, count FROM statistic"
        let (day, week) = (Int64(StatisticsCounter.Kind.day.rawValue), Int64(StatisticsCounter.Kind.week.rawValue))
        try connection.forEachRow("\(columns) WHERE kind < $1 OR kind > $1", week, body: add)
        let select = "SELECT number FROM statistic WHERE kind = $1 ORDER BY number DESC LIMIT 1"
        let lastDay = try connection.first(select, day) { $0.integer(0) } ?? 0
        let firstWeek = StatisticsTally.week(of: Int(lastDay)) - ShopStatistics.recentWeeks + 1
        try connection.forEachRow("\(columns) WHERE kind = $1 AND number >= $2", week, Int64(firstWeek), body: add)
        var statistics = ShopStatistics(tally)
        statistics.ranking = try RankingConstants.read(from: connection) ?? .standard
        return statistics
    }
}
