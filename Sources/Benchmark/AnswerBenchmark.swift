import Dashboard
import Foundation
import LogReading
import Logging
import Purchases
import SQLiteStorage
import Samples
import Server
import Signing
import Storage
import Typography

/// What answers cost a server that runs in this process: kept ones, one that many ask for at once, and light ones beside heavy ones.
enum AnswerBenchmark {
    private static let shoppers = 50
    private static let heavy = UserID(rawValue: "HEAVY")
    private static let heavyLineCount = 300_000

    static func run(typesetter: Typesetter) async throws {
        let store = try TemporaryStore()
        defer { store.remove() }
        let log = try TemporaryLog(SampleLog(users: shoppers, months: 24))
        defer { log.remove() }
        _ = try await store.purchases.importPurchases(from: PurchaseLog(contentsOf: log.path))
        try await store.add(heavyLineCount, of: heavy)
        try await store.serving(typesetter) { port, _ in
            try keptAnswers(port)
            try await manyForOne(port)
            try await lightBesideHeavy(port)
        }
    }

    /// A picture that is there, by its address and by signed links.
    private static func keptAnswers(_ port: Int) throws {
        print("A picture that is there, over one connection: µs of the server's processor time for each of 20,000 requests")
        let client = try BlockingClient(port: port)
        let path = "/api/users/U001/monthly-trends.png"
        let links = try [#"{"path":"\#(path)"}"#, #"{"path":"\#(path)","pinned":true}"#].map { try client.sign($0) }
        var table = TextTable(["", "whole", "not changed"])
        for (name, path) in zip(["plain", "signed link", "pinned link"], [path] + links) {
            let tag = try client.send("GET", path).field("etag") ?? ""
            let costs = try ["", "If-None-Match: \(tag)\r\n"].map { fields in
                let (start, clientStart) = (ThreadTime.ofProcess, ThreadTime.now)
                for _ in 0..<20_000 { _ = try client.send("GET", path, fields: fields) }
                return ((ThreadTime.ofProcess - start) - (ThreadTime.now - clientStart)) / 20_000 * 1e3
            }
            table.append([name] + costs.map(\.text))
        }
        table.printOut()
    }

    private static func manyForOne(_ port: Int) async throws {
        let before = try contentMade(port)
        let start = ThreadTime.ofProcess
        let replies = try await BlockingClient.replies(port: port, (0..<150).map { _ in "/api/users/U002/report.pdf?title=new" })
        let time = ThreadTime.ofProcess - start
        let failures = replies.count { $0.status != 200 }
        print("150 clients that ask for one new report: drawn \(try contentMade(port) - before) times, \(failures) turned away;")
        print("\(time.text) ms of processor time, theirs included\n")
    }

    private static func contentMade(_ port: Int) throws -> Int {
        let text = String(decoding: try BlockingClient(port: port).send("GET", "/metrics").body, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("cartograph_content_cache_misses_total ") }
        return line.flatMap { $0.split(separator: " ").last }.flatMap { Double($0) }.map(Int.init) ?? 0
    }

    private static func lightBesideHeavy(_ port: Int) async throws {
        print("New metrics of shoppers of some 1,500 lines, alone and beside 20 requests for one of \(heavyLineCount): ms")
        var table = TextTable(["", "median", "worst", "turned away"])
        func row(_ name: String, _ times: [(milliseconds: Double, status: Int)]) {
            let sorted = times.map(\.milliseconds).sorted()
            table.append([name, sorted[sorted.count / 2].text, (sorted.last ?? 0).text, "\(times.count { $0.status != 200 })"])
        }
        row("light, alone", try times(port, "alone"))
        let requests = (0..<20).map { "/api/users/\(heavy)/metrics.json?title=\($0)" }
        let waiting = Task { try await BlockingClient.replies(port: port, requests) }
        // Long enough for all of them to be there.
        try await Task.sleep(for: .milliseconds(300))
        row("light, beside heavy", try times(port, "beside"))
        row("heavy", try await waiting.value.map { ($0.milliseconds, $0.status) })
        table.printOut()
    }

    private static func times(_ port: Int, _ title: String) throws -> [(milliseconds: Double, status: Int)] {
        let client = try BlockingClient(port: port)
        return try (1...100).map { number in
            let reply = try client.send(
                "GET", "/api/users/U\(String(format: "%03d", number % shoppers + 1))/metrics.json?title=\(title)\(number)")
            return (reply.milliseconds, reply.status)
        }
    }
}

/// How long it takes to find shoppers among a million.
enum SearchBenchmark {
    private static let count = 1_000_000

    static func run() async throws {
        let store = try TemporaryStore()
        defer { store.remove() }
        try await store.addShoppers(count)
        print("Shoppers found among \(count) in an SQLite file: ms, median and worst of 20")
        var table = TextTable(["", "median", "worst"])
        for (name, texts) in [
            ("beginning of an id", (0..<20).map { "C\(100 + $0)" }), ("middle of an id", (0..<20).map { "\(77_100 + $0)" }),
            ("nothing", (0..<20).map { "zzz\($0)" }),
        ] {
            var times: [Double] = []
            for text in texts {
                let start = ContinuousClock.now
                _ = try await store.purchases.users(matching: text, after: nil, limit: 50)
                times.append((ContinuousClock.now - start) / .milliseconds(1))
            }
            times.sort()
            table.append([name, times[times.count / 2].text, times[times.count - 1].text])
        }
        table.printOut()
    }
}
