import Foundation
import LogReading
import Mailing
import Purchases
import Samples
import Server
import Storage
import Synchronization
import Typography

/// Reports that are all due at once, on their way to a mail server on this machine, while somebody looks at pages.
enum MailBenchmark {
    static let usualCount = 10_000
    private static let connectionCount = 4
    /// Between two pages that are asked for.
    private static let pageInterval = 0.05
    private static let shopperLimit = 1_000
    /// 2025-01-01 08:00, when the last month of the generated purchases is over.
    private static let due: Int64 = 1_735_718_400

    static func run(count: Int, typesetter: Typesetter) async throws {
        let store = try TemporaryStore()
        defer { store.remove() }
        let users = try await subscribe(count, in: store)
        let sink = try MailSink()
        print("\(count) reports that are due at once, to a mail server on this machine by \(connectionCount) connections")
        try await store.serving(typesetter) { port, server in
            let pages = try await pageTimes(of: users, at: port, until: { $0.count == 40 })
            let connections = MailConnections(to: try MailServer("smtp://127.0.0.1:\(sink.port)"))
            let dispatcher = server.mailDispatcher(connectionCount: connectionCount) { message, claim in
                try await connections.deliver(message, claim: claim)
            }
            let start = (time: ContinuousClock.now, processor: ThreadTime.ofProcess)
            async let sending = dispatcher.sendDue(at: Date(timeIntervalSince1970: Double(due)))
            let isOver = Atomic(false)
            async let reading = pageTimes(of: users, at: port) { _ in isOver.load(ordering: .relaxed) }
            let sent = try await sending
            let (wall, processor) = ((ContinuousClock.now - start.time) / .seconds(1), (ThreadTime.ofProcess - start.processor) / 1e3)
            isOver.store(true, ordering: .relaxed)
            let meanwhile = try await reading
            connections.close()
            let taken = sink.counts
            var table = TextTable(["", "mails", "seconds", "mails/s", "ms of a core/mail", "kB/mail", "connections"])
            table.append([
                "sent", String(sent), wall.text, (Double(sent) / wall).text, (processor / Double(sent) * 1e3).text,
                (taken.bytes / max(1, taken.mails)).kilobytes, String(taken.connections),
            ])
            table.printOut()
            print("ms until a shopper's page is there, each another shopper's")
            var answers = TextTable(["", "pages", "p50", "p99"])
            for (name, samples) in [("before", pages), ("meanwhile", meanwhile)] {
                answers.append([name, String(samples.count), samples.share(0.5).text, samples.share(0.99).text])
            }
            answers.printOut()
            guard taken.mails == count, sent == count else { throw Failure(sent: sent, taken: taken.mails, due: count) }
        }
    }

    /// Returns the shoppers whom the reports are about, each in the mails to several readers.
    private static func subscribe(_ count: Int, in store: TemporaryStore) async throws -> [UserID] {
        let log = try TemporaryLog(SampleLog(users: min(count, shopperLimit), months: 24))
        defer { log.remove() }
        _ = try await store.purchases.importPurchases(from: PurchaseLog(contentsOf: log.path))
        let users = try await store.purchases.users(matching: nil, after: nil, limit: shopperLimit).value
        for number in 0..<count {
            let terms = MailSubscription.Terms(
                user: users[number % users.count], recipient: "reader\(number)@example.org", sender: "shop@example.org",
                schedule: "monthly 1 08:00 GMT", options: "")
            _ = try await store.purchases.addMailSubscription(terms, due: due)
        }
        return users
    }

    /// Asks for one shopper's page after the other, and returns how many milliseconds each took.
    private static func pageTimes(
        of users: [UserID], at port: Int, until isEnough: @escaping @Sendable ([Double]) -> Bool
    ) async throws -> [Double] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let client = try BlockingClient(port: port)
                        var times: [Double] = []
                        while !isEnough(times) {
                            let user = users[(times.count &* 7_919) % users.count]
                            let reply = try client.send("GET", "/users/\(user)")
                            guard reply.status == 200 else { throw PageFailure(status: reply.status) }
                            times.append(reply.milliseconds)
                            Thread.sleep(forTimeInterval: pageInterval)
                        }
                        return times
                    })
            }
        }
    }

    struct PageFailure: Error, CustomStringConvertible {
        let status: Int
        var description: String { "a page was answered with \(status)" }
    }

    struct Failure: Error, CustomStringConvertible {
        let sent: Int
        let taken: Int
        let due: Int
        var description: String { "of \(due) mails \(sent) were sent, and the mail server took \(taken)" }
    }
}

extension [Double] {
    /// Returns the value that such a share of all is at most.
    func share(_ share: Double) -> Double {
        let sorted = sorted()
        return sorted.isEmpty ? 0 : sorted[Swift.min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
    }
}
