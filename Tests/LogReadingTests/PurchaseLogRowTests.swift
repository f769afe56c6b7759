import Purchases

@testable import LogReading
import Testing

/// How a log is cut into rows, and what becomes of one that is not well formed.
@Suite struct PurchaseLogRowTests {
    private let header = "CustomerID,OrderDate,Item Name,Base Price,Description\n"

    private func items(_ text: String) throws -> [String] { try LogFixture.purchases(header + text).map(\.itemName) }

    private func rejections(_ text: String, limit: Int = 1 << 20) throws -> [Rejection] {
        try LogFixture.rejections(header + text, options: .init(maximumRecordBytes: limit))
    }

    @Test(arguments: ["\n", "\r\n"])
    func `lines end in LF or CRLF, the last one in nothing too`(end: String) throws {
        let text = "U1,2024-01-31,Milk,2,x\(end)U1,2024-01-31,Eggs,3,"
        #expect(try items(text) == ["Milk", "Eggs"])
        #expect(try items(text + end) == ["Milk", "Eggs"])
        #expect(try items(text + "\"\"\(end)") == ["Milk", "Eggs"])
    }

    @Test func `a quoted field may hold commas, doubled quotes and line breaks`() throws {
        #expect(
            try items("U1,2024-01-31,\"Milk, \"\"whole\"\"\",2,\"two\r\nlines, \"\"so\"\"\"\nU1,2024-01-31,\"Eggs\",3,\"\"\r\n") == [
                "Milk, \"whole\"", "Eggs",
            ])
    }

    @Test func `quotes inside an unquoted field are literal`() throws {
        #expect(try items("U1,2024-01-31,TV 5\" \"flat\",2,x\n") == ["TV 5\" \"flat\""])
    }

    @Test func `blank lines are skipped, and counted as lines only`() throws {
        let rows = try LogFixture.rows(header + "\n\r\n  \t\nU1,2024-01-31,Milk,2,x\n\nU1,2024-01-31,Milk,two,x\n\n")
        #expect(rows.count == 2)
        #expect(rows.last?.rejection?.line == 7)
    }

    @Test func `a line number is that of the line where the row starts`() throws {
        let lines = try rejections("U1,2024-01-31,Milk,2,\"a\nb\nc\"\nU1,x,Milk,2,\nU1,y,Milk,2,\"\n\"\nU1,z,Milk,2,\n").map(\.line)
        #expect(lines == [5, 6, 8])
    }

    @Test func `a row with another number of fields is rejected`() throws {
        let rejections = try rejections(
            "U1,2024-01-31,Milk\nU1,2024-01-31,Milk,2,x,y\nU1,2024-01-31,Milk,2,x,\"\", \nU2,2024-01-31,Milk,2,x\n")
        // What is too much shifts the others, empty or not.
        #expect(rejections.map(\.line) == [2, 3, 4])
        #expect(rejections.map(\.reason) == [.fieldCount, .fieldCount, .fieldCount])
        #expect(rejections.map(\.column) == [nil, nil, nil])
        #expect(rejections.first?.description == "line 2: \"U1,2024-01-31,Milk\" has 3 fields where the header has 5")
    }

    @Test func `a stray quote costs its own line alone`() throws {
        let good = "U1,2024-01-31,Milk,2,x\nU1,2024-01-31,Eggs,2,\"quoted, text\"\n"
        for stray in ["U1,2024-01-31,\"Milk,2,x\n", "U1,2024-01-31,\"Milk\"s,2\n", "\"\n", "\"a\"\r,\n"] {
            let rows = try LogFixture.rows(header + good + stray + good)
            #expect(rows.map { $0.purchase?.itemName } == ["Milk", "Eggs", nil, "Milk", "Eggs"], "\(stray)")
            #expect(rows[2].rejection?.line == 4)
            #expect([.unclosedQuote, .textAfterQuote].contains(rows[2].rejection?.reason))
        }
    }

    @Test func `quotes that were not doubled are read as they stand where the row has all its fields, and counted`() throws {
        let rows = try LogFixture.rows(header + "U1,2024-01-31,\"TV 55\" LED, \"flat\"\",2,\"x\" \nU1,2024-01-31,\"5\" rod\",2,x\n")
        #expect(rows.map { $0.purchase?.itemName } == ["TV 55\" LED, \"flat\"", "5\" rod"])
        #expect(rows.map(\.repairs) == [.bareQuotes, .bareQuotes])
    }

    @Test func `a row over several lines with too many or too few fields costs its first line alone`() throws {
        // The quote of the second line closes that of the first, so that the two would make one row.
        let text = "U1,2024-01-31,\"5 inch,2,x\nU1,2024-01-31,Milk,2,\"\"\nU1,2024-01-31,Eggs,2,\"x\"\n"
        let rows = try LogFixture.rows(header + text)
        #expect(rows.map { $0.purchase?.itemName } == [nil, "Milk", "Eggs"])
    }

    @Test func `a quote that is never closed before the end costs its own line alone`() throws {
        #expect(try items("U1,2024-01-31,Milk,2,\"x\nU1,2024-01-31,Eggs,2,x\n") == ["Eggs"])
        #expect(try rejections("U1,2024-01-31,Milk,2,\"x").map(\.reason) == [.unclosedQuote])
    }

    @Test func `a row that is too long is rejected, and the next is read`() throws {
        let long = "U1,2024-01-31,Milk,2,"
        let rest = "U1,2024-01-31,Eggs,2,\n"
        for (length, isRejected) in [(100, false), (101, true), (5000, true)] {
            let row = long + String(repeating: "x", count: length - long.utf8.count)
            for end in ["\n", "\r\n"] {
                let rows = try LogFixture.rows(header + row + end + rest + row, options: .init(maximumRecordBytes: 100))
                #expect(rows.map { $0.rejection?.reason == .rowTooLong } == [isRejected, false, isRejected])
                #expect(rows[0].rejection.map { $0.explanation == "is longer than 100 bytes" } ?? !isRejected)
                #expect((rows[0].rejection?.value.count ?? 0) <= 200)
            }
        }
    }

    @Test func `a quoted field that goes on for too long costs its first line alone`() throws {
        let lines = (1...20).map { "U1,2024-01-31,Milk \($0),2,x\n" }
        let rows = try LogFixture.rows(header + "U1,2024-01-31,\"Milk,2,x\n" + lines.joined(), options: .init(maximumRecordBytes: 100))
        #expect(rows.count == 21)
        #expect(rows.first?.rejection?.reason == .rowTooLong)
        #expect(rows.first?.rejection?.explanation == "opens a quote that is not closed within 100 bytes")
        #expect(rows.compactMap(\.purchase).count == 20)
    }

    @Test func `a line of twenty million bytes is rejected without losing its neighbours`() throws {
        let good = Array("U1,2024-01-31,Milk,2,x\n".utf8)
        let bytes = Array(header.utf8) + good + [UInt8](repeating: UInt8(ascii: "x"), count: 20_000_000) + [UInt8(ascii: "\n")] + good
        for bytes in [bytes, gzip(bytes)] {
            let rows = try LogFixture.rows(of: LogFixture.log(bytes))
            #expect(rows.map { $0.rejection?.reason } == [nil, .rowTooLong, nil])
            let rejection = try #require(rows[1].rejection)
            #expect(rejection.line == 3)
            #expect(rejection.value.count == 200)
            #expect(rejection.value.hasSuffix("x…"))
        }
    }

    @Test func `lines that each open a quote of the line before are read in bounded time`() throws {
        // Scanning each of them to the limit of a row would take minutes.
        let rows = try LogFixture.rows(header + String(repeating: "x\",\"y\n", count: 100_000))
        #expect(rows.count == 100_000)
        #expect(rows.allSatisfy { $0.rejection?.reason == .fieldCount || $0.rejection?.reason == .unclosedQuote })
    }
}
