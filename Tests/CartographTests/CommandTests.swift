import Foundation
import Testing

/// The commands, run as they are.
@Suite struct CommandTests {
    private static let log = """
        OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description
        1,U1,1/31/2024,P1,Milk,House,Dairy,2,2.48,2.482.48,milk
        1,U1,1/31/2024,P2,Bread,House,Bakery,1,3,3,bread
        2,U1,2/14/2024,P1,Milk,House,Dairy,1,2.48,2.48,milk

        """

    private func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.remove() }
        try body(program)
    }

    @Test func `a log is imported, and importing it twice changes nothing`() throws {
        try withProgram { program in
            try program.write(Self.log, to: "log.csv")
            let first = try program.run(["import", "log.csv"])
            #expect(first.status == 0)
            #expect(first.output.contains("3 rows read, 3 accepted, none rejected"))
            #expect(first.output.contains("10.44 in all"))
            _ = try program.run(["chart", "metrics", "--user", "U1", "--output", "a.json"])
            #expect(try program.run(["import", "log.csv"]).output.contains("0 new orders, 0 replaced, 2 already there"))
            _ = try program.run(["chart", "metrics", "--user", "U1", "--output", "b.json"])
            #expect(try program.bytes(of: "a.json") == program.bytes(of: "b.json"))
            #expect(String(decoding: try program.bytes(of: "a.json"), as: UTF8.self).contains("\"total_spending\":10.44"))
        }
    }

    @Test func `standard input is a log too`() throws {
        try withProgram { program in
            let outcome = try program.run(["import", "-"], input: Self.log)
            #expect(outcome.output.hasPrefix("standard input: 3 rows read"))
        }
    }

    @Test func `bad rows are told and written to a file, the others are kept, and the status is 2`() throws {
        try withProgram { program in
            try program.write(
                Self.log + "3,U1,2024-02-30,P1,Milk,House,Dairy,1,2.48,2.48,\n3,U1,3/1/2024,P1,Milk,House,Dairy,two,2.48,2.48,\n",
                to: "log.csv")
            let outcome = try program.run(["import", "log.csv", "--rejects", "bad.csv"])
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("5 rows read, 3 accepted, 2 rejected"))
            let rejects = String(decoding: try program.bytes(of: "bad.csv"), as: UTF8.self).split(separator: "\r\n")
            #expect(rejects.count == 3)
            #expect(rejects[1].hasPrefix("log.csv,5,OrderDate,2024-02-30,"))
            #expect(rejects[2].hasPrefix("log.csv,6,Quantity,two,"))
        }
    }

    @Test(arguments: [
        ("", "empty"), ("OrderID,CustomerID,Item Name,Base Price\n1,U1,Milk,2\n", "OrderDate"), ("\u{89}PNG\r\n\u{1A}\n", "PNG"),
    ])
    func `a file that is no log is refused with a reason, and the status is 1`(text: String, reason: String) throws {
        try withProgram { program in
            try program.write(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, to: "log.csv")
            let outcome = try program.run(["import", "log.csv"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("log.csv: "))
            #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        }
    }

    @Test func `a file that does not exist is told by its name`() throws {
        try withProgram { program in
            let outcome = try program.run(["import", "nowhere.csv"])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("nowhere.csv"))
        }
    }

    @Test(arguments: [
        ["chart", "metrics", "--user", "U1", "--output", "a.json"], ["export"], ["sign", "/api/users/U1/metrics.png"],
        ["doctor", "--recount"],
        ["users", "forget", "U1"], ["subscriptions", "list"], ["evaluate"],
    ])
    func `a command that reads says that there is no database, and makes none`(arguments: [String]) throws {
        try withProgram { program in
            let outcome = try program.run(arguments)
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("There is no database sqlite:cartograph.sqlite: 'cartograph import FILE' makes one."))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "cartograph.sqlite").path))
        }
    }

    @Test(arguments: [
        (["imprt", "log.csv"], "Did you mean 'import'?"),
        (["chart", "metrcis", "--user", "U1", "--output", "a.json"], "did you mean metrics?"),
        (["chart", "metrics", "--user", "U11", "--output", "a.json"], "Did you mean 'U1'?"),
        (["chart", "metrics", "--user", "U1", "--category", "Diary", "--output", "a.json"], "Did you mean 'Dairy'?"),
        (["report", "--user", "U1", "--category", "Shoes", "--output", "a.pdf"], "There is no category 'Shoes' in the database."),
    ])
    func `a slip is told with what was meant, and writes nothing`(arguments: [String], words: String) throws {
        try withProgram { program in
            try program.write(Self.log, to: "log.csv")
            _ = try program.run(["import", "log.csv"])
            let outcome = try program.run(arguments)
            #expect(outcome.status != 0 && outcome.errors.contains(words), "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "a.json").path))
        }
    }

    @Test func `shells are offered insights, words, shoppers and categories`() throws {
        try withProgram { program in
            try program.write(Self.log, to: "log.csv")
            _ = try program.run(["import", "log.csv"])
            let script = try program.run(["--generate-completion-script", "bash"]).output
            #expect(script.contains("spending-summary") && script.contains("stacked"))
            func offered(_ option: String) throws -> String {
                let arguments = ["---completion", "chart", "--", option, "4", "0", "cartograph", "chart", "metrics", option, ""]
                return try program.run(arguments, environment: ["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5"]).output
            }
            #expect(try offered("--user").contains("U1"))
            #expect(try offered("--category").contains("Dairy"))
        }
    }

    @Test func `a dry run keeps nothing and leaves no file`() throws {
        try withProgram { program in
            try program.write(Self.log, to: "log.csv")
            let outcome = try program.run(["import", "log.csv", "--dry-run"])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("nothing kept"))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "cartograph.sqlite").path))
        }
    }

    @Test func `columns that are named otherwise are mapped`() throws {
        try withProgram { program in
            try program.write("Kunde,Datum,Artikel,Preis\nU1,31.1.2024,Milch,2.48\n", to: "log.csv")
            let outcome = try program.run([
                "import", "log.csv", "--map", "customer=Kunde", "--map", "date=Datum", "--map", "item=Artikel", "--map", "total=Preis",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("2.48 in all, from 2024-01-31 to 2024-01-31"))
        }
    }

    @Test func `what a log leaves open is asked about with the commands that answer, and nothing is kept`() throws {
        try withProgram { program in
            try program.write("OrderDate,Item Name,Base Price\n3/4/2024,Milk,\"1,859\"\n", to: "log.csv")
            let outcome = try program.run(["import", "log.csv"])
            #expect(outcome.status == 1)
            for command in ["--set customer=me", "--decimal ,", "--decimal .", "--date-format dd/MM/yyyy", "--date-format MM/dd/yyyy"] {
                #expect(outcome.errors.contains("  cartograph import log.csv \(command)    "), "\(outcome.errors)")
            }
            let answered = try program.run(["import", "log.csv", "--set", "customer=me", "--decimal", ",", "--date-format", "dd/MM/yyyy"])
            #expect(answered.status == 0, "\(answered.errors)")
            #expect(answered.output.contains("1.86 in all, from 2024-04-03 to 2024-04-03"))
            let likelier = try program.run(["import", "log.csv", "--yes", "--dry-run"])
            #expect(likelier.status == 0)
            #expect(likelier.output.contains("taken: --set customer=me"))
        }
    }

    @Test func `how a log was read is told, in a dry run too`() throws {
        try withProgram { program in
            try program.write("Kunde;Datum;Artikel;Betrag (EUR);Farbe\nU1;31.1.2024;Milch;2,48;rot\n", to: "log.csv")
            for arguments in [["import", "log.csv", "--dry-run"], ["import", "log.csv"]] {
                let output = try program.run(arguments).output
                for line in [
                    "customer: column \"Kunde\", as in U1", "not used: Farbe", "delimiter: semicolons, by ", "currency: EUR, by the header",
                    "decimal: comma, by numbers such as 2,48", "dates: day/month/year, by dates such as 31.1.2024",
                ] { #expect(output.contains("  \(line)"), "\(output)") }
            }
        }
    }

    @Test func `two statements that meet on a day lose nothing, and one in another currency is refused`() throws {
        try withProgram { program in
            let header = "Date,Payee,Amount (EUR)\n"
            try program.write(header + "2024-01-30,Rent,700.00\n2024-01-31,Baker,3.20\n2024-01-31,Baker,3.20\n", to: "january.csv")
            try program.write(header + "2024-01-31,Baker,3.20\n2024-01-31,Cinema,12.00\n2024-02-01,Grocer,40.10\n", to: "february.csv")
            let options = ["--set", "customer=me", "--map", "item=Payee", "--map", "total=Amount (EUR)"]
            let first = try program.run(["import", "january.csv"] + options)
            #expect(first.status == 0, "\(first.errors)")
            let rehearsal = try program.run(["import", "february.csv", "--dry-run"] + options)
            #expect(rehearsal.output.contains("would have made 1 new order, 0 replaced, 1 with more lines"), "\(rehearsal.output)")
            let second = try program.run(["import", "february.csv"] + options)
            for words in ["1 new order, 0 replaced, 1 with more lines", "1 line was there already", "6.40 before, 18.40 now"] {
                #expect(second.output.contains(words), "\(second.output)")
            }
            let again = try program.run(["import", "january.csv"] + options)
            #expect(again.output.contains("0 new orders, 0 replaced, 2 already there"), "\(again.output)")
            let export = try program.run(["export"]).output
            #expect(export.split(separator: "\n").count == 5 + 1, "\(export)")
            #expect(export.contains("Description,Currency\n") && export.contains("12.00,12.00,,EUR\n"), "\(export)")
            try program.write(header.replacing("EUR", with: "CHF") + "2024-03-01,Baker,3.20\n", to: "march.csv")
            let other = try program.run(["import", "march.csv"] + options)
            #expect(other.status == 1 && other.errors.contains("CHF") && other.errors.contains("EUR"), "\(other.errors)")
        }
    }

    @Test func `known layouts are listed, and the fields explained`() throws {
        try withProgram { program in
            let profiles = try program.run(["profiles"])
            #expect(profiles.status == 0)
            for name in ["shopify", "woocommerce", "paypal", "dkb"] { #expect(profiles.output.contains("\n\(name) ")) }
            let help = try program.run(["import", "--help"]).output
            #expect(help.contains("order, customer, date, product, item"))
            #expect(help.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("price (of one unit), total (of the line)"))
        }
    }

    @Test func `the same chart has the same bytes in two processes`() throws {
        try withProgram { program in
            try program.write(Self.log, to: "log.csv")
            _ = try program.run(["import", "log.csv"])
            for suffix in ["png", "svg", "pdf", "csv", "txt"] {
                for name in ["a", "b"] {
                    let outcome = try program.run([
                        "chart", "spending-summary", "--user", "U1", "--scale", "2", "--output", "\(name).\(suffix)",
                    ])
                    #expect(outcome.status == 0, "\(outcome.errors)")
                }
                #expect(try program.bytes(of: "a.\(suffix)") == program.bytes(of: "b.\(suffix)"))
            }
        }
    }

    @Test(arguments: [
        (["chart", "spending", "--user", "U1", "--output", "a.png"], "spending-summary"),
        (["chart", "metrics", "--user", "U1", "--output", "a.gif"], ".png"),
        (["chart", "metrics", "--user", "nobody", "--output", "a.png"], "nobody"),
        (["chart", "metrics", "--user", "U1", "--output", "a.png", "--theme", "drak"], "dark"),
        (["serve", "--port", "99999"], "99999"),
        (["import", "log.csv", "--date-format", "whenever"], "whenever"),
        (["import", "log.csv", "--database", "sqlite:/no/such/folder/a.sqlite"], "folder"),
        (["generate", "--users", "0", "--months", "1", "--output", "a.csv"], "0"),
    ])
    func `a mistake on the command line is quoted with what to do`(arguments: [String], quote: String) throws {
        try withProgram { program in
            try program.write(Self.log, to: "log.csv")
            _ = try program.run(["import", "log.csv"])
            let outcome = try program.run(arguments)
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains(quote), "\(outcome.errors)")
        }
    }

    @Test func `a log is generated, the same for the same seed`() throws {
        try withProgram { program in
            _ = try program.run(["generate", "--users", "2", "--months", "3", "--seed", "7", "--output", "a.csv"])
            _ = try program.run(["generate", "--users", "2", "--months", "3", "--output", "b.csv"], environment: ["CARTOGRAPH_SEED": "7"])
            #expect(try program.bytes(of: "a.csv") == program.bytes(of: "b.csv"))
            #expect(try program.run(["import", "a.csv"]).output.contains("2 shoppers"))
        }
    }
}
