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

    /// The rows of differences, by their names: a mean and its interval for each measure.
    private func differences(_ output: String) -> [String: [[Double]]] {
        var rows: [String: [[Double]]] = [:]
        for line in output.split(separator: "\n") {
            let pattern = /([+-][0-9.]+) \(([+-][0-9.]+) to ([+-][0-9.]+)\)/
            guard let start = line.firstMatch(of: pattern)?.range.lowerBound, line.contains(" − ") else { continue }
            rows[line[..<start].trimmingCharacters(in: .whitespaces)] = line.matches(of: pattern).map {
                [$0.1, $0.2, $0.3].compactMap { Double($0) }
            }
        }
        return rows
    }

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
        let differences = differences(outcome.output)
        #expect(differences.keys.sorted() == ["learned − frequency", "learned − rules"])
        for (name, cells) in differences {
            let other = try #require(rows.first { $0.name == name.split(separator: " ").last ?? "" })
            for (place, cell) in cells.enumerated() {
                #expect(cell.count == 3 && cell[1] <= cell[0] && cell[0] <= cell[2])
                #expect(abs(cell[0] - (rows[2].cells[place][0] - other.cells[place][0])) < 2e-4)
            }
        }
        #expect(outcome.output.contains("learned: memory 240 days, 0.97 an order, size exponent 0.2, 4 pseudo-orders, order share on"))
        // Ten steps, alerts at two levels, and due dates.
        for number in 0..<10 { #expect(lines.contains { $0.hasPrefix("     0.\(number)–\(number == 9 ? "1.0" : "0.\(number + 1)") ") }) }
        #expect(outcome.output.contains("alerts from") && outcome.output.contains("due dates: "))
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
        #expect(rows.last?.name == "tuned")
        let output = try program.run(["evaluate", "log.csv", "--tune"]).output
        let constants = try #require(
            output.firstMatch(of: /tuned: memory (\d+) days, ([0-9.]+) an order, size exponent ([0-9.]+), (\d) pseudo-orders/))
        #expect(["60 1", "120 1", "240 0.97", "240 0.94"].contains("\(constants.1) \(constants.2)"))
        #expect(["0", "0.1", "0.2", "0.3"].contains(constants.3) && ["1", "2", "4"].contains(constants.4))
        #expect(output.contains("Tuning would change NDCG@10 by ") || output.contains("Tuning found nothing better"))
    }

    @Test func `constants are kept with the database, told by lists and evaluations, and taken back`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try program.run(["generate", "--users", "10", "--months", "4", "--output", "log.csv"])
        _ = try program.run(["import", "log.csv"])
        let outcome = try program.run(["evaluate", "--tune", "--save"])
        #expect(outcome.status == 0 && outcome.output.contains("Kept in sqlite:cartograph.sqlite"), "\(outcome.errors)")
        let tuned = try #require(outcome.output.firstMatch(of: /tuned: (.+)/)).1
        #expect(try program.run(["evaluate"]).output.contains("learned: \(tuned)"))
        let reset = try program.run(["evaluate", "--reset"])
        #expect(reset.status == 0 && reset.output.contains("standard constants"))
        #expect(try program.run(["evaluate"]).output.contains("learned: memory 240 days, 0.97 an order"))
    }

    @Test(arguments: [
        ["--save"], ["--tune", "--save", "--reset"], ["log.csv", "--reset"], ["--shown", "--tune"], ["log.csv", "--shown"],
    ])
    func `options that do not go together are refused`(options: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(["evaluate"] + options)
        #expect(outcome.status != 0 && outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test func `where nothing was shown yet, that is said`() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try program.run(["generate", "--users", "2", "--months", "2", "--output", "log.csv"])
        _ = try program.run(["import", "log.csv"])
        let outcome = try program.run(["evaluate", "--shown"])
        #expect(outcome.status == 0 && outcome.output.contains("Nothing was shown yet"))
    }

    @Test(arguments: [
        (header, "has a header and no rows below it"),
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
        try program.write(log.replacing("CustomerID", with: "Wessen"), to: "other.csv")
        let outcome = try program.run(["evaluate", "other.csv", "--map", "customer=Wessen", "--date-format", "MM/DD/YYYY"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.output == program.run(["evaluate", "log.csv"]).output)
        #expect(try program.run(["evaluate", "other.csv"]).errors.contains("No column names the customer"))
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
