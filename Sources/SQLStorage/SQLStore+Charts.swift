public import Purchases
public import Storage

extension SQLStore {
    public func chartSecret(orKeep candidate: [UInt8]) async throws(StorageError) -> [UInt8] {
        let select = "SELECT secret FROM chart_archive WHERE secret <> ''"
        if let kept = try await read({ try $0.first(select) { $0.text(0) } }) { return [UInt8](hexadecimal: kept) }
        return try await change { session in
            // Another server may have been faster.
            try session.run("UPDATE chart_archive SET secret = $1 WHERE secret = ''", candidate.hexadecimal)
            return [UInt8](hexadecimal: try session.first(select) { $0.text(0) } ?? "")
        }
    }

    public func keep(_ chart: KeptChart, within limits: KeptChartLimits, at time: Timestamp) async throws {
        guard chart.content.count <= limits.chartSize else { throw KeptChartError.tooLarge(limit: limits.chartSize) }
        try await write { session in
            // One server after the other, so that what is counted is what is there.
            try session.run("UPDATE chart_archive SET charts = charts")
            var archive = try session.archive()
            for size in try session.rows(
                "DELETE FROM kept_chart WHERE expiry <= $1 RETURNING byte_count", time.secondsSince1970, read: { $0.integer(0) })
            {
                archive.remove(size)
            }
            if let kept = try session.first(
                "SELECT \(KeptChart.columns) FROM kept_chart WHERE id = $1", chart.id, read: KeptChart.Summary.init)
            {
                try session.run(
                    "UPDATE kept_chart SET expiry = $1, last_use = $2 WHERE id = $3",
                    KeptChart.laterExpiry(kept.expiry, chart.summary.expiry)?.secondsSince1970,
                    max(kept.lastUse, chart.summary.lastUse).dayNumber, chart.id)
            } else {
                try session.makeRoom(for: chart, within: limits, &archive)
                try session.run(
                    """
                    INSERT INTO kept_chart (id, content, title, byte_count, creation, expiry, last_use)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                    """, chart.id, chart.content, chart.summary.title, chart.summary.byteCount,
                    chart.summary.creation.secondsSince1970, chart.summary.expiry?.secondsSince1970, chart.summary.lastUse.dayNumber)
                archive.count += 1
                archive.byteCount += Int64(chart.content.count)
            }
            try session.run("UPDATE chart_archive SET charts = $1, bytes = $2", archive.count, archive.byteCount)
        }
    }

    public func chart(_ id: String, at time: Timestamp) async throws(StorageError) -> KeptChart? {
        try await read { session in
            try session.first(
                "SELECT \(KeptChart.columns), content FROM kept_chart WHERE id = $1 AND (expiry IS NULL OR expiry > $2)", id,
                time.secondsSince1970
            ) { row in KeptChart(KeptChart.Summary(row), content: row.bytes(6)) }
        }
    }

    public func noteUse(ofChart id: String, on day: CalendarDate) async throws(StorageError) {
        try await change { session in
            _ = try session.run("UPDATE kept_chart SET last_use = $1 WHERE id = $2 AND last_use < $1", day.dayNumber, id)
        }
    }

    public func charts(after last: KeptChart.Summary?, limit: Int) async throws(StorageError) -> [KeptChart.Summary] {
        try await read { session in
            let select = "SELECT \(KeptChart.columns) FROM kept_chart"
            guard let last else {
                return try session.rows("\(select) ORDER BY creation, id LIMIT $1", limit, read: KeptChart.Summary.init)
            }
            return try session.rows(
                "\(select) WHERE (creation, id) > ($1, $2) ORDER BY creation, id LIMIT $3", last.creation.secondsSince1970, last.id, limit,
                read: KeptChart.Summary.init)
        }
    }

    public func removeChart(_ id: String) async throws(StorageError) -> Bool {
        try await change { session in
            try session.run("UPDATE chart_archive SET charts = charts")
            guard
                let size = try session.rows("DELETE FROM kept_chart WHERE id = $1 RETURNING byte_count", id, read: { $0.integer(0) }).first
            else { return false }
            try session.run("UPDATE chart_archive SET charts = charts - 1, bytes = bytes - $1", size)
            return true
        }
    }
}

/// How many charts are kept, and their bytes together.
private struct Archive {
    var count: Int64 = 0
    var byteCount: Int64 = 0

    mutating func remove(_ size: Int64) {
        count -= 1
        byteCount -= size
    }

    func hasRoom(for size: Int, within limits: KeptChartLimits) -> Bool {
        count < limits.count && byteCount + Int64(size) <= limits.byteCount
    }
}

extension SQLConnection {
    fileprivate func archive() throws -> Archive {
        try first("SELECT charts, bytes FROM chart_archive") { Archive(count: $0.integer(0), byteCount: $0.integer(1)) } ?? Archive()
    }

    /// Removes those that nobody has asked for the longest until there is room for one more, where the limits say so.
    ///
    /// - Throws: `KeptChartError.full` where there is none.
    fileprivate func makeRoom(for chart: KeptChart, within limits: KeptChartLimits, _ archive: inout Archive) throws {
        while !archive.hasRoom(for: chart.content.count, within: limits) {
            guard limits.dropsUnused else { throw KeptChartError.full }
            let unused = try rows("SELECT id, byte_count FROM kept_chart ORDER BY last_use, creation, id LIMIT 100") {
                (id: $0.text(0), size: $0.integer(1))
            }
            guard !unused.isEmpty else { throw KeptChartError.full }
            for (id, size) in unused where !archive.hasRoom(for: chart.content.count, within: limits) {
                try run("DELETE FROM kept_chart WHERE id = $1", id)
                archive.remove(size)
            }
        }
    }
}

extension KeptChart {
    fileprivate static let columns = "id, title, byte_count, creation, expiry, last_use"
}

extension KeptChart.Summary {
    fileprivate init(_ row: some SQLRow) {
        self.init(
            id: row.text(0), title: row.text(1), byteCount: Int(row.integer(2)), creation: Timestamp(row.integer(3)),
            expiry: row.isNull(4) ? nil : Timestamp(row.integer(4)), lastUse: CalendarDate(dayNumber: Int(row.integer(5))))
    }
}
