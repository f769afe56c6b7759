import CZip
import Foundation
import LogReading
import Purchases
import Testing

/// Archives and workbooks.
@Suite struct LogContainerTests {
    private static let csv = "CustomerID,OrderDate,Item Name,Quantity,Base Price\nAnn,2024-01-31,Tea,2,3.10\n"

    /// Packs files into a zip archive.
    static func zip(_ files: [(name: String, text: String)]) throws -> [UInt8] {
        let url = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: url) }
        var code = Int32(0)
        let archive = try #require(zip_open(url.path(percentEncoded: false), ZIP_CREATE, &code))
        // libzip reads the bytes when it closes the archive.
        let buffers = files.map { UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max($0.text.utf8.count, 1)) }
        defer { buffers.forEach { $0.deallocate() } }
        for (file, buffer) in Swift.zip(files, buffers) {
            _ = buffer.initialize(from: Array(file.text.utf8))
            let source = try #require(zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(file.text.utf8.count), 0))
            #expect(zip_file_add(archive, file.name, source, 0) >= 0)
        }
        #expect(zip_close(archive) == 0)
        return [UInt8](try Data(contentsOf: url))
    }

    /// A workbook of sheets, each a list of rows of cells as they stand in XML.
    static func workbook(_ sheets: [(name: String, rows: String)], texts: [String] = []) throws -> [UInt8] {
        let list = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0 + 1)\"/>" }.joined()
        let links = sheets.indices.map { "<Relationship Id=\"r\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>" }.joined()
        let shared = texts.map { "<si><r><t>\($0.prefix(1))</t></r><r><t>\($0.dropFirst())</t></r></si>" }.joined()
        var files: [(name: String, text: String)] = [
            ("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets>\(list)</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"),
            ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                    + "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
            ),
        ]
        files += sheets.enumerated().map {
            ("xl/worksheets/sheet\($0 + 1).xml", "<worksheet><sheetData>\($1.rows)</sheetData></worksheet>")
        }
        return try zip(files)
    }

    private static func inline(_ cells: [String]) -> String {
        "<row>" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }

    private static let header = inline(["CustomerID", "OrderDate", "Item Name", "Quantity", "Base Price"])

    private func purchases(_ bytes: [UInt8], _ arguments: [String] = []) throws -> [Purchase] {
        try LogFixture.rows(of: LogFixture.log(bytes, arguments)).compactMap(\.purchase)
    }

    @Test func `the one table of a zip archive is read, whatever else lies beside it`() throws {
        let bytes = try Self.zip([("readme.pdf", "%PDF-"), ("__MACOSX/._a.csv", "x"), ("data/a.csv", Self.csv)])
        #expect(try purchases(bytes).map(\.totalPrice.description) == ["6.20"])
    }

    @Test func `an archive of several tables, or of none, is refused with their names`() throws {
        #expect(throws: PurchaseLogError.notOneTable(["a.csv", "b.csv"])) {
            try LogFixture.log(Self.zip([("a.csv", Self.csv), ("b.csv", Self.csv)]))
        }
        #expect(throws: PurchaseLogError.notOneTable([])) { try LogFixture.log(Self.zip([("a.pdf", "%PDF-")])) }
    }

    @Test func `a damaged archive is refused, and bounded`() throws {
        let bytes = try Self.zip([("a.csv", Self.csv)])
        for length in [30, bytes.count / 2, bytes.count - 4] {
            #expect(throws: PurchaseLogError.self) { try LogFixture.log(Array(bytes.prefix(length))) }
        }
        let long = try Self.zip([("a.csv", Self.csv + String(repeating: "x\n", count: 100_000))])
        #expect(throws: PurchaseLogError.tooLong(limit: 50_000)) { try LogFixture.log(long, options: .init(maximumBytes: 50_000)) }
    }

    @Test func `the first sheet with the columns is read, with its dates, texts and gaps`() throws {
        let rows =
            Self.header
            + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\" s=\"1\"><v>45322</v></c><c r=\"C4\" t=\"s\"><v>1</v></c>"
            + "<c r=\"E4\"><v>3.0999999999999996</v></c></row>"
            + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"B5\" s=\"2\"><v>45323.75</v></c>"
            + "<c r=\"C5\" t=\"str\"><v>Tea, &quot;green&quot;</v></c><c r=\"D5\"><v>2</v></c><c r=\"E5\"><v>1.859</v></c></row>"
        let bytes = try Self.workbook([("Notes", Self.inline(["Written by Ann"])), ("Sales", rows)], texts: ["Ann", "Coffee"])
        let read = try purchases(bytes)
        #expect(read.map(\.user.rawValue) == ["Ann", "Ann"])
        #expect(read.map(\.date.description) == ["2024-01-31", "2024-02-01"])
        #expect(read.map(\.itemName) == ["Coffee", "Tea, \"green\""])
        #expect(read.map(\.totalPrice.description) == ["3.10", "3.72"])
    }

    @Test func `a sheet is chosen by its name or number, and an unknown one refused with those there are`() throws {
        func sheet(_ price: String) -> String { Self.header + Self.inline(["Ann", "2024-01-31", "Tea", "1", price]) }
        let bytes = try Self.workbook([("One", sheet("1.50")), ("Two", sheet("2.50"))])
        #expect(try purchases(bytes).map(\.totalPrice.description) == ["1.50"])
        #expect(try purchases(bytes, ["sheet Two"]).map(\.totalPrice.description) == ["2.50"])
        #expect(try purchases(bytes, ["sheet 2"]).map(\.totalPrice.description) == ["2.50"])
        #expect(throws: PurchaseLogError.noSuchSheet("Three", found: ["One", "Two"])) { try LogFixture.log(bytes, ["sheet Three"]) }
    }

    @Test func `a rejected row of a workbook has the number of its row`() throws {
        let rows = Self.header + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>Ann</t></is></c><c r=\"B9\"><v>soon 9</v></c></row>"
        let good = "<row r=\"10\">" + Self.inline(["Ann", "2024-01-31", "Tea", "1", "1"]).dropFirst(5)
        let log = try LogFixture.log(try Self.workbook([("One", rows + good)]))
        #expect(try LogFixture.rows(of: log).compactMap(\.rejection).map(\.line) == [9])
    }

    @Test func `a workbook that declares entities, or is no XML, is refused`() throws {
        for xml in [
            "<!DOCTYPE a [<!ENTITY b \"ccc\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>",
            "<worksheet><sheet",
        ] {
            let bytes = try Self.zip([
                ("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
                ("xl/worksheets/sheet1.xml", xml),
            ])
            #expect(throws: PurchaseLogError.self) { try LogFixture.log(bytes) }
        }
    }
}
