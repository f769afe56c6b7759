import Foundation
import Testing

/// What was imported comes back as a log.
@Suite struct ExportTests {
    private static let header =
        "OrderID,CustomerID,OrderDate,ProductID,Item Name,Brand,Category,Quantity,Base Price,TotalPrice,Description\n"
    private static let log =
        header + #"""
            B2,U2,2024-03-05,P9,"Nuts, ""mixed""",Ro & Co,Snacks,2,3.15,3.15,half price
            B1,U2,2024-03-07,P1,Late line first,,Snacks,1,1.10,1.10,
            B1,U2,2024-03-06,P2,Early line second,,Snacks,1,1.20,1.20,
            A,U1,2024-01-31,,Café,,Uncategorised,-1,5.00,-5.00,
            A,U1,2024-01-31,,'Quoted',,=SUM,3,0.00,0.05,
            C,U2,2024-03-08,,Gouda by weight,,Cheese,0.345,12.90,4.45,
            C,U2,2024-03-08,,Screws,,Tools,500,0.0125,6.25,

            """#

    @Test func `a log comes back line by line, by shopper and order, and makes the same database again`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        #expect(try program.run(["import", "log.csv", "--database", "sqlite:one"]).status == 0)
        let outcome = try program.run(["export", "--database", "sqlite:one"])
        #expect(outcome.status == 0 && outcome.errors == "7 purchases of 2 shoppers written\n", "\(outcome.errors)")
        #expect(
            outcome.output == Self.header + #"""
                A,U1,2024-01-31,,Café,,Uncategorised,-1,5.00,-5.00,
                A,U1,2024-01-31,,'Quoted',,=SUM,3,0.00,0.05,
                B1,U2,2024-03-07,P1,Late line first,,Snacks,1,1.10,1.10,
                B1,U2,2024-03-06,P2,Early line second,,Snacks,1,1.20,1.20,
                B2,U2,2024-03-05,P9,"Nuts, ""mixed""",Ro & Co,Snacks,2,3.15,3.15,
                C,U2,2024-03-08,,Gouda by weight,,Cheese,0.345,12.90,4.45,
                C,U2,2024-03-08,,Screws,,Tools,500,0.0125,6.25,

                """#)
        try program.write(outcome.output, to: "again.csv")
        #expect(try program.run(["import", "again.csv", "--database", "sqlite:two"]).status == 0)
        // Its revision is in the picture.
        let pictures = try ["one", "two"].map { name in
            _ = try program.run(["chart", "spending-summary", "--user", "U2", "--database", "sqlite:\(name)", "--output", "\(name).png"])
            return try program.bytes(of: "\(name).png")
        }
        #expect(pictures[0] == pictures[1])
    }

    @Test func `a shopper, a first day and lines of JSON can be asked for`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        let outcome = try program.run(["export", "--user", "U2", "--from", "2024-03-06", "--format", "jsonl", "--output", "out.jsonl"])
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        let lines = try String(decoding: program.bytes(of: "out.jsonl"), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(
            lines[0] == """
                {"OrderID":"B1","CustomerID":"U2","OrderDate":"2024-03-07","ProductID":"P1","Item Name":"Late line first","Brand":"",\
                "Category":"Snacks","Quantity":1,"Base Price":1.10,"TotalPrice":1.10,"Description":""}
                """)
        #expect(lines[2].contains(#""Quantity":0.345,"Base Price":12.90,"#) && lines[3].contains(#""Quantity":500,"Base Price":0.0125,"#))
        let refusals = [
            try program.run(["export", "--user", "nobody"]), try program.run(["export", "--from", "soon"]),
            try program.run(["export", "--output", "no/folder.csv"]),
        ]
        #expect(refusals.allSatisfy { $0.status != 0 && !$0.errors.isEmpty })
    }

    @Test func `a shopper is forgotten, and everybody else stays`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.log, to: "log.csv")
        _ = try program.run(["import", "log.csv"])
        let outcome = try program.run(["users", "forget", "U2"])
        #expect(outcome.status == 0 && outcome.output == "U2 is forgotten, with 5 purchases\n", "\(outcome.errors)")
        #expect(try program.run(["export"]).errors == "2 purchases of 1 shopper written\n")
        #expect(try program.run(["users", "forget", "U2"]).status == 1)
    }
}
