import Foundation
import Testing

/// How good suggestions are, told on the command line.
@Suite(.timeLimit(.minutes(10))) struct EvaluateTests {
    private static let header = "CustomerID,OrderDate,Item Name,Quantity,Base Price\n"
    private static let measures = ["Recall@10", "NDCG@10", "Precision@10", "Hit rate@10"]

    /// A row of the table: a mean and the interval around it for each measure.
    private struct Row {
        var name: String
        var cells: [[Double]]

        init?(_ line: String) {
            let pattern = /([0-9.]+) \(([0-9.]+)–([0-9.]+)\)/
            cells = line.matches(of: pattern).map { [$0.1, $0.2, $0.3].compactMap { Double($0) } }
            guard let start = line.firstMatch(of: pattern)?.range.lowerBound else { return nil }
            name = line[..<start].trimmingCharacters(in: .whitespaces)
        }
    }

    private func rows(_ output: String) -> [Row] { output.split(separator: "\n").dropFirst(2).compactMap { Row(String($0)) } }

    @Test func `a log is evaluated by three methods, each mean within its interval, the same for the same seed`() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run(["generate", "--users", "15", "--months", "5", "--output", "log.csv"]).status == 0)
        let outcome = try program.run(["evaluate", "log.csv"])
        #expect(outcome.status == 0 && outcome.errors.contains("none rejected"), "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("15 of 15 shoppers"))
        #expect(lines[1].split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty } == Self.measures)
        let rows = rows(outcome.output)
        #expect(rows.map(\.name) == ["rules", "frequency", "learned"])
        for row in rows {
            #expect(row.cells.count == 4)
            for cell in row.cells { #expect(cell.count == 3 && cell[1] <= cell[0] && cell[0] <= cell[2] && cell[2] <= 1) }
        }
        // Whoever hits something has some recall and some precision.
        #expect(rows.allSatisfy { ($0.cells[0][0] > 0) == ($0.cells[3][0] > 0) && $0.cells[2][0] <= $0.cells[3][0] })
        #expect(try program.run(["evaluate", "log.csv", "--seed", "1"]).output == outcome.output)
        #expect(try program.run(["evaluate", "log.csv", "--seed", "2"]).output != outcome.output)
        _ = try program.run(["import", "log.csv"])
        #expect(try program.run(["evaluate"]).output == outcome.output)
    }

    @Test func `tuning adds the constants that were best on the order before the last`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try program.run(["generate", "--users", "10", "--months", "4", "--output", "log.csv"])
        let rows = rows(try program.run(["evaluate", "log.csv", "--tune"]).output)
        #expect(rows.count == 4)
        let constants = try #require(rows.last?.name.firstMatch(of: /learned, (\d+) days, (\d+) orders?/))
        #expect(["60", "90", "120", "180"].contains(constants.1) && ["1", "2", "4", "8"].contains(constants.2))
    }

    @Test(arguments: [
        (header, "No shopper ordered on two days"),
        ("\(header)U1,2024-01-31,Milk,1,2.48\nU2,2024-02-01,Milk,1,2.48\n", "No shopper ordered on two days"),
        // What was given back is no order.
        ("\(header)U1,2024-01-31,Milk,1,2.48\nU1,2024-02-01,Milk,-1,2.48\n", "No shopper ordered on two days"),
        ("a,b\n1,2\n", "log.csv"), ("", "log.csv"), ("\u{0}\u{1}\u{2}\u{3}", "log.csv"),
    ])
    func `a log that there is nothing to learn from is told so`(log: String, message: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(log, to: "log.csv")
        for options in [[], ["--tune"]] {
            let outcome = try program.run(["evaluate", "log.csv"] + options)
            #expect(outcome.status != 0 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
        }
    }

    @Test func `columns that are named otherwise are mapped, as they are for an import`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try program.run(["generate", "--users", "10", "--months", "3", "--output", "log.csv"])
        let log = String(decoding: try program.bytes(of: "log.csv"), as: UTF8.self)
        try program.write(log.replacing("CustomerID", with: "Kunde"), to: "other.csv")
        let outcome = try program.run(["evaluate", "other.csv", "--map", "customer=Kunde", "--date-format", "MM/DD/YYYY"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.output == program.run(["evaluate", "log.csv"]).output)
        #expect(try program.run(["evaluate", "other.csv"]).errors.contains("CustomerID"))
        #expect(try program.run(["evaluate", "other.csv", "--map", "customer=Wer"]).errors.contains("Wer"))
    }

    @Test func `a log or a database that is not there is told so`() throws {
        let program = try Program()
        defer { program.remove() }
        let missing = try program.run(["evaluate", "nothing.csv"])
        #expect(missing.status != 0 && missing.errors.contains("nothing.csv"))
        let folder = try program.run(["evaluate", "."])
        #expect(folder.status != 0 && folder.output.isEmpty && !folder.errors.isEmpty)
        let database = try program.run(["evaluate", "--database", "sqlite:none/at.all"])
        #expect(database.status != 0 && database.errors.contains("none"))
    }
}
