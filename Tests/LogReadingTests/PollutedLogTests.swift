import Foundation
import Hashing
import Purchases
import Testing

@testable import LogReading

/// One small log written in many ways: each is read to the letter, or refused, and never taken for something else.
///
/// The kinds of pollution are those of Vitagliano et al., "Pollock: A Data Loading Benchmark" (VLDB 2023).
@Suite struct PollutedLogTests {
    private static let names = ["OrderID", "CustomerID", "OrderDate", "Item Name", "Category", "Quantity", "Base Price", "TotalPrice"]
    private static let table: [[String]] = [
        ["70", "Ines", "2023-05-14", "Lamp, tall", "Home", "1", "1249.50", "1249.50"],
        ["70", "Ines", "2023-05-14", "Soap; mild", "Bath", "3", "2.25", "6.25"],
        ["71", "Omar", "2023-06-02", "Rope 12\" red", "DIY", "2", "8.40", "16.80"],
        ["72", "Omar", "2023-11-30", "Café crème", "Food", "4", "1.99", "7.96"],
        ["73", "Ines", "2023-12-21", "Tea | green", "Food", "-1", "4.75", "-4.75"],
        ["74", "Zoë", "2023-12-24", "Baker's bread", "Food", "2", "3.10", "6.20"],
    ]

    /// The table's purchases: customer, order, date, item, category, quantity, sum.
    private static func expected(_ table: [[String]] = table) -> Set<[String]> {
        Set(table.map { [$0[1], $0[0], $0[2], $0[3], $0[4], $0[5], $0[7]] })
    }

    private func read(_ bytes: [UInt8], _ arguments: [String] = []) throws -> Set<[String]> {
        Set(
            try LogFixture.rows(of: LogFixture.log(bytes, arguments)).compactMap(\.purchase).map {
                [
                    $0.user.rawValue, $0.order.rawValue, $0.date.description, $0.itemName, $0.category, "\($0.quantity)",
                    $0.totalPrice.description,
                ]
            })
    }

    private func read(_ text: String, _ arguments: [String] = []) throws -> Set<[String]> { try read(Array(text.utf8), arguments) }

    private static func cell(_ text: String, _ delimiter: String, _ quote: String, escape: String? = nil) -> String {
        guard text.contains(delimiter) || text.contains(quote) || text.contains("\n") else { return text }
        return quote + text.replacing(quote, with: (escape ?? quote) + quote) + quote
    }

    private static func text(
        _ table: [[String]] = table, delimiter: String = ",", quote: String = "\"", escape: String? = nil, end: String = "\n",
        header: [String] = names
    ) -> String {
        ([header] + table).map { $0.map { cell($0, delimiter, quote, escape: escape) }.joined(separator: delimiter) + end }.joined()
    }

    /// The table with its dates and its sums written otherwise.
    private static func written(date: (String) -> String = { $0 }, sum: (String) -> String = { $0 }) -> [[String]] {
        table.map { row in
            var row = row
            row[2] = date(row[2])
            row[6] = sum(row[6])
            row[7] = sum(row[7])
            return row
        }
    }

    @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r", "\r\r\n"])
    func `any delimiter and any line ends are read`(delimiter: String, end: String) throws {
        #expect(try read(Self.text(delimiter: delimiter, end: end)) == Self.expected())
        #expect(try read("sep=\(delimiter)\(end)" + Self.text(delimiter: delimiter, end: end)) == Self.expected())
        #expect(try read("\u{FEFF}" + Self.text(delimiter: delimiter, end: end)) == Self.expected())
    }

    @Test func `quotes may be single, escaped by backslashes, left single, or behind a space`() throws {
        #expect(try read(Self.text(quote: "'")) == Self.expected())
        #expect(try read(Self.text(escape: "\\")) == Self.expected())
        #expect(try read(Self.text(delimiter: ", ")) == Self.expected())
        let quoted = ([Self.names] + Self.table).map { $0.map { "\"\($0)\"" }.joined(separator: ";") + "\n" }.joined()
        #expect(try read(quoted) == Self.expected())
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "WINDOWS-1252"])
    func `other encodings are read, with and without a mark`(encoding: String) throws {
        let foundation: [String: String.Encoding] = [
            "UTF-16LE": .utf16LittleEndian, "UTF-16BE": .utf16BigEndian, "UTF-32LE": .utf32LittleEndian, "WINDOWS-1252": .windowsCP1252,
        ]
        let marks: [String: [UInt8]] = ["UTF-16LE": [0xFF, 0xFE], "UTF-16BE": [0xFE, 0xFF], "UTF-32LE": [0xFF, 0xFE, 0, 0]]
        let written = try #require(foundation[encoding])
        let bytes = [UInt8](try #require(Self.text().data(using: written)))
        #expect(try read((marks[encoding] ?? []) + bytes) == Self.expected())
        #expect(try read(bytes, ["encoding \(encoding)"]) == Self.expected())
        if encoding.hasPrefix("UTF-16") { #expect(try read(bytes) == Self.expected()) }
    }

    @Test func `Windows-1252 is announced with the first words it changes, and may begin far below`() throws {
        let filler = String(repeating: "80,Ines,2023-05-14,Plain,Home,1,1.00,1.00\n", count: 20_000)
        let text = Self.text(Self.table.map { $0.map { $0 == "Zoë" ? "Ines" : $0 } }).replacing("Café crème", with: "Thé\u{20AC}")
        let bytes =
            Array((Self.names.joined(separator: ",") + "\n" + filler).utf8)
            + [UInt8](try #require(text.split(separator: "\n").dropFirst().joined(separator: "\n").data(using: .windowsCP1252)))
        let log = try LogFixture.log(bytes)
        #expect(log.summary.decisions.contains { $0.property == .encoding && $0.value == "Windows-1252" && $0.basis.contains("“Thé€”") })
        #expect(try read(bytes).contains { $0[3] == "Thé€" })
    }

    @Test func `Mac Roman is asked about, and read by the answer`() throws {
        let (e, a, c): ([UInt8], [UInt8], [UInt8]) = ([0x8E], [0x89], [0x8D])
        let words = [Array("Caf".utf8) + e, Array("P".utf8) + a + Array("t".utf8) + e, Array("Fran".utf8) + c + Array("ais".utf8)]
        let rows = words.map { Array("90,Ines,2023-05-14,".utf8) + $0 + Array(",Food,1,2.00,2.00\n".utf8) }
        let bytes = Array((Self.names.joined(separator: ",") + "\n").utf8) + rows.flatMap { $0 }
        let answer = try #require(try LogFixture.questions(bytes).first?.choices.first)
        #expect(answer.value == "macintosh")
        #expect(Set(try read(bytes, ["encoding \(answer.value)"]).map { $0[3] }) == ["Café", "Pâté", "Français"])
    }

    @Test(arguments: [String.Encoding.windowsCP1250, .windowsCP1251, .shiftJIS])
    func `an encoding that is not plainly Windows-1252 is asked about, and read by the answer`(encoding: String.Encoding) throws {
        let words: [String] =
            switch encoding {
            case .windowsCP1250: ["Żółte", "Świeże", "Łosoś"]
            case .windowsCP1251: ["Молоко", "Хлеб", "Сыр"]
            default: ["牛乳", "お茶", "パン屋"]
            }
        let table = words.enumerated().map { ["9\($0)", "Ines", "2023-05-14", $1, "Food", "1", "2.00", "2.00"] }
        let bytes = [UInt8](try #require(Self.text(table).data(using: encoding)))
        let question = try #require(try LogFixture.questions(bytes).first)
        #expect(question.option == .encoding)
        let readings = try question.choices.map { try read(bytes, ["encoding \($0.value)"]) }
        #expect(readings.contains(Self.expected(table)))
    }

    @Test func `single rows in another encoding are rejected, and the others kept`() throws {
        var bytes = Array(Self.text().utf8)
        bytes += Array("75,Ines,2023-12-25,Caf".utf8) + [0xE9] + Array(",Food,1,1.00,1.00\n".utf8)
        let rows = try LogFixture.rows(of: LogFixture.log(bytes))
        #expect(rows.compactMap(\.rejection).map(\.reason) == [.invalidUTF8])
        #expect(try read(bytes) == Self.expected())
    }

    static let preambles = [
        "Purchases of all shoppers\n\n", "Store,Main Street\nPeriod,2023-01-01,2023-12-31\n", "\n\n\n", "# by tills 4.1\n# 6 lines\n",
        "Purchases,,,,,,,\n,,,,,,,\n", "Order,,,Product,,,Amount,\n", "\"Bought, all\"\n",
    ]

    @Test(arguments: preambles)
    func `lines above the header are passed over, and named`(preamble: String) throws {
        #expect(try read(preamble + Self.text()) == Self.expected())
        let log = try LogFixture.log(Array((preamble + Self.text()).utf8))
        #expect(log.summary.decisions.contains { $0.property == .table })
    }

    static let footers = [
        "Total,,,,,,,1281.96\n", ",,,,,,,\n,,,,,Total,,1281.96\n", "Total,,2023-12-31,,,,,1281.96\n", "\n\n\n", ",,,,,,,\n,,,,,,,\n",
        "Summe,,,,,,,1281.96\n", "# end\n", "OrderID,CustomerID,OrderDate,Item Name,Category,Quantity,Base Price,TotalPrice\n",
        "Grand Total: 1281.96\n", "Total,Total,2023-12-31,Total,,,,1281.96\n",
    ]

    @Test(arguments: footers)
    func `what stands below the rows, sums above all, is no purchase and no fault`(footer: String) throws {
        let rows = try LogFixture.rows(Self.text() + footer)
        #expect(rows.compactMap(\.rejection) == [])
        #expect(try read(Self.text() + footer) == Self.expected())
    }

    @Test func `a second line of the header, empty rows and comments within are left out`() throws {
        var lines = Self.text().split(separator: "\n").map(String.init)
        lines.insert("(text),(text),(date),(text),(text),(pcs),(EUR),(EUR)", at: 1)
        lines.insert("# till 2", at: 4)
        lines.insert(",,,,,,,", at: 6)
        let rows = try LogFixture.rows(lines.joined(separator: "\n"))
        #expect(rows.compactMap(\.leftOut).count == 3)
        #expect(rows.compactMap(\.rejection) == [])
        #expect(try read(lines.joined(separator: "\n")) == Self.expected())
    }

    @Test(arguments: 0..<6, 0..<8)
    func `a delimiter too many or too few rejects its row, wherever it stands`(row: Int, column: Int) throws {
        var lines = Self.text().split(separator: "\n").map(String.init)
        var cells = Self.table[row].map { Self.cell($0, ",", "\"") }
        cells.insert("", at: column)
        lines[row + 1] = cells.joined(separator: ",")
        var others = Self.table
        others.remove(at: row)
        #expect(try read(lines.joined(separator: "\n")) == Self.expected(others))
        cells.removeSubrange(column...column + 1)
        lines[row + 1] = cells.joined(separator: ",")
        #expect(try read(lines.joined(separator: "\n")).isSuperset(of: Self.expected(others)))
    }

    @Test func `a header with a delimiter too many or too few is refused, one with empty cells at the end is not`() throws {
        let text = Self.text()
        for wrong in [text.replacing("Quantity,Base", with: "QuantityBase"), text.replacing("Category,", with: "Category,,")] {
            let error = #expect(throws: PurchaseLogError.self) { try LogFixture.log(wrong) }
            #expect(error?.description.contains("mend the header") == true)
        }
        #expect(try read(text.replacing("TotalPrice", with: "TotalPrice,,")) == Self.expected())
        #expect(try read(text.replacing("\n", with: ",\n")) == Self.expected())
        #expect(try read(text.replacing("\n", with: ",\n").replacing("TotalPrice,", with: "TotalPrice")) == Self.expected())
    }

    @Test func `a log without a header is asked about, and read by the numbers of its columns`() throws {
        let rows = String(Self.text().drop { $0 != "\n" }.dropFirst())
        #expect(try LogFixture.questions(rows).first?.option == .headerRow)
        let mapped = [
            "header-row 0", "map order=1", "map customer=2", "map date=3", "map item=4", "map category=5", "map quantity=6", "map price=7",
            "map total=8",
        ]
        #expect(try read(rows, mapped) == Self.expected())
    }

    /// Styles of sums: the sign that parts thousands, the decimal sign, what stands around.
    static let styles: [(String, String, String, String)] = [
        ("", ",", "", ""), (",", ".", "", ""), (".", ",", "", ""), (" ", ",", "", ""), ("\u{A0}", ",", "", " €"), ("'", ".", "CHF ", ""),
        ("\u{202F}", ",", "", "\u{A0}€"), (",", ".", "$", ""), (",", ".", "", " USD"), (".", ",", "EUR ", ""), (" ", ",", "", " kr"),
    ]

    @Test(arguments: styles)
    func `sums are read in the styles of many countries`(style: (group: String, decimal: String, before: String, after: String)) throws {
        let table = Self.written(sum: { sum in
            let parts = sum.split(separator: ".")
            let digits = parts[0].drop { $0 == "-" }
            let whole = digits.count > 3 ? digits.dropLast(3) + style.group + digits.suffix(3) : digits[...]
            return (sum.hasPrefix("-") ? "-" : "") + style.before + whole + style.decimal + parts[1] + style.after
        })
        for delimiter in [",", ";", "\t"] { #expect(try read(Self.text(table, delimiter: delimiter)) == Self.expected()) }
    }

    @Test(arguments: [
        "dd.MM.yyyy", "dd/MM/yyyy", "M/d/yyyy", "yyyyMMdd", "dd.MM.yy", "M/d/yy", "dd-MMM-yyyy", "MMMM d, yyyy", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "d/M/yyyy h:mm a", "yyyy. MM. dd.",
    ])
    func `dates are read in the forms of many countries`(format: String) throws {
        let (reader, writer) = (DateFormatter(), DateFormatter())
        for formatter in [reader, writer] {
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "UTC")
        }
        reader.dateFormat = "yyyy-MM-dd"
        writer.dateFormat = format
        let table = Self.written(date: { text in reader.date(from: text).map(writer.string) ?? text })
        #expect(try read(Self.text(table)) == Self.expected())
    }

    @Test func `what a spreadsheet does to ids is undone, and what stands for nothing is no shopper`() throws {
        let text = """
            OrderID,CustomerID,OrderDate,Item Name,Base Price
            ="0012",="C7",2023-05-14,Tea,1.00
            13.0,4711.0,2023-05-14,Tea,1.00
            14,4711,2023-05-14,Tea,1.00
            15,nan,2023-05-14,Tea,1.00
            16,NULL,2023-05-14,Tea,1.00
            """
        let rows = try LogFixture.rows(text)
        #expect(rows.compactMap(\.purchase).map(\.user.rawValue) == ["C7", "4711", "4711"])
        #expect(rows.compactMap(\.purchase).map(\.order.rawValue) == ["0012", "13", "14"])
        #expect(rows.compactMap(\.rejection).map(\.reason) == [.noValue, .noValue])
    }
}
