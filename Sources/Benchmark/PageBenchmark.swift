import Charts
import Drawing
import Foundation
import LogReading
import Purchases
import Reports
import Samples
import Storage
import Typography

/// The four charts of a shopper's page, from two years of purchases.
enum PageBenchmark {
    private static let size = Size(width: 640, height: 360)

    private static let questions = [Insight.spendingSummary, .monthlyTrends, .topItems, .amountDistribution].map { Question($0) }

    static func run(typesetter: Typesetter) async throws {
        let history = try await purchases()
        let subject = Subject(user: history[0].user)
        print("The figures of \(history.count) purchases: ms of one thread, median")
        var figures = TextTable(["", "figures"])
        for question in questions {
            var samples = Samples()
            for _ in 0..<101 { _ = samples.measure { question.report(on: subject, from: history) } }
            figures.append([question.insight.name, samples.median.text])
        }
        figures.printOut()
        for scale in [1.0, 2.0] {
            print("The charts of a shopper's page, 640 by 360 points at \(Int(scale))x: ms of one thread, median; kB")
            var table = TextTable(PictureRow.header)
            for question in questions {
                let report = question.report(on: subject, from: history)
                let costs = try PictureCosts(scale: scale, typesetter: typesetter) {
                    try report.chart(Presentation()).scene(size: size, theme: .light, measuring: typesetter)
                }
                table.append(PictureRow(question.insight.name, costs).cells)
            }
            table.printOut()
        }
    }

    private static func purchases() async throws -> [Purchase] {
        let file = try TemporaryLog(SampleLog(users: 1, months: 24))
        defer { file.remove() }
        let store = InMemoryPurchaseStore()
        _ = try await store.importPurchases(from: PurchaseLog(contentsOf: file.path))
        let user = await store.users(matching: nil, after: nil, limit: 1).value
        return try await store.history(of: user[0]).value
    }
}
