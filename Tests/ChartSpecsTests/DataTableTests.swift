import Charts
import Drawing
import Testing

@testable import ChartSpecs

@Suite struct DataTableTests {
    @Test func `pairs have labels and numbers in their order`() throws {
        let table = try DataTable(pairs: "Jan:120, Feb:-2.5,\"a, b: c\":1e3,Mar:", named: "bar")
        #expect(table.columns[0].cells == [.text("Jan"), .text("Feb"), .text("a, b: c"), .text("Mar")])
        #expect(table.columns[1].numbers == [120, -2.5, 1000, nil])
    }

    @Test func `the last colon parts label and value, and a label may be quoted with its quotes doubled`() throws {
        let table = try DataTable(pairs: "10:30:5,\"say \"\"x\"\"\":6", named: "bar")
        #expect(table.columns[0].cells == [.text("10:30"), .text("say \"x\"")])
    }

    @Test func `numbers alone are numbered, and labels that are dates make a time axis`() throws {
        #expect(try DataTable(pairs: "3,5,8", named: "line").columns[0].cells == [.text("1"), .text("2"), .text("3")])
        let dates = try DataTable(pairs: "2024-01-31:1,2024-02-01:2", named: "line")
        #expect(dates.columns[0].kind == .times)
        // Years are names: nobody writes 2,024.
        #expect(try DataTable(pairs: "2023:1,2024:2", named: "line").columns[0].kind == .names)
    }

    @Test(arguments: ["Jan:x", "Jan:1,2", "", "Jan:nan,Feb:inf", "Jan:1e16", "Jan:0x10"])
    func `pairs that cannot be read are refused`(text: String) {
        #expect(throws: DataFault.self) { try DataTable(pairs: text, named: "bar") }
    }

    @Test func `CSV in an address ends its rows with semicolons, unless quoted`() throws {
        let table = try DataTable(csvInQuery: "month,sales;Jan,120;\"a;b\",140;")
        #expect(table.columns.map(\.name) == ["month", "sales"])
        #expect(table.columns[0].cells == [.text("Jan"), .text("a;b")])
    }

    @Test(arguments: [
        ("a;b\nx;1,5\ny;2,25", [1.5, 2.25]), ("a;b\nx;1.234,50 €\ny;2", [1234.5, 2]), ("a,b\nx,\"1,234\"\ny,2", [1234, 2]),
        ("a\tb\nx\t$5\ny\t(3.50)", [5, -3.5]), ("a,b\nx,45%\ny,-1", [45, -1]),
    ])
    func `numbers are read as people write them`(csv: String, numbers: [Double]) throws {
        #expect(try DataTable(csv: Array(csv.utf8)).columns[1].numbers == numbers)
    }

    @Test func `a column is of dates, numbers or names, and what is missing changes nothing`() throws {
        let table = try DataTable(csv: Array("d,n,t,m\n2024-01-02,1,a,2024-01\n2024/01/03,NA,2,2024-02\n,3,b,".utf8))
        #expect(table.columns.map(\.kind) == [.times, .numbers, .names, .times])
        #expect(table.columns[1].numbers == [1, nil, 3])
        #expect(table.columns[0].cells[2] == .empty)
        #expect(table.columns[3].cells[0] == .time(.month(year: 2024, month: 1)))
        #expect(try DataTable(csv: Array("d,n\n2024-02-30,1".utf8)).columns[0].kind == .names)
    }

    @Test(arguments: ["a,b\n1,2,3", "a,a\n1,2", "", "a,b\n\"x,2"])
    func `CSV that is no table is refused`(csv: String) {
        #expect(throws: DataFault.self) { try DataTable(csv: Array(csv.utf8)) }
    }

    @Test func `rows of JSON come as objects, as lists under a header, or as columns`() throws {
        let texts = [
            #"[{"m": "Jan", "s": 1}, {"s": 2, "m": "Feb"}]"#, #"[["m", "s"], ["Jan", 1], ["Feb", 2]]"#,
            #"{"m": ["Jan", "Feb"], "s": [1, 2]}"#,
        ]
        let expected = DataTable(columns: [
            .init("m", [.text("Jan"), .text("Feb")]), .init("s", [.number(1), .number(2)]),
        ])
        for text in texts { #expect(try DataTable(rows: ConfigValue(parsing: Array(text.utf8))) == expected) }
    }
}

@Suite struct FormatSpecTests {
    @Test(arguments: [
        ("$", 1234.5, "$1,234.50"), ("€", 1234.5, "€1,234.50"), ("EUR", 2, "€2.00"), ("0.0", 2.25, "2.3"), ("#,##0.00", 1234.5, "1,234.50"),
        ("0 kg", 12, "12 kg"), ("0%", 0.456, "46%"), (".1%", 0.456, "45.6%"), (".1f", 2.25, "2.3"), (",.2f", 1234.5, "1,234.50"),
        ("$,.2f", 1234.5, "$1,234.50"), ("s", 1200, "1.2k"), (".2s", 1_250_000, "1.3M"), ("k", 1200, "1.2K"), ("+.1f", 2, "+2.0"),
        ("d", 2.4, "2"),
        ("0.0#", 2, "2.00"), ("%", 45, "45%"),
    ])
    func `a format is read as CLDR and d3 write it`(format: String, value: Double, text: String) throws {
        let format = try #require(FormatSpec(format))
        #expect(format.format(for: [value]).text(value, in: .americanEnglish) == text)
    }

    @Test func `a percent sign alone is of one where no value is above one`() throws {
        let format = try #require(FormatSpec("%"))
        #expect(format.format(for: [0.45, 1]).text(0.45, in: .americanEnglish) == "45%")
        #expect(format.format(for: [0.45, 12]).text(12, in: .americanEnglish) == "12%")
    }

    @Test(arguments: ["", "x", "money", "0.0.0", "€€", ".99f", "abc0,0"])
    func `what is no format is refused`(text: String) {
        #expect(FormatSpec(text) == nil || text == "abc0,0")
    }
}

@Suite struct ColorTextTests {
    @Test(arguments: [
        ("#abc", "#aabbcc"), ("#AABBCC80", "#aabbcc80"), ("rgb(255, 99, 132)", "#ff6384"), ("rgba(54,162,235,0.5)", "#36a2eb80"),
        ("rgb(1 2 3)", "#010203"), ("rgb(1 2 3 / 50%)", "#01020380"), ("rgba(1,2,3,255)", "#010203"), ("hsl(120, 100%, 25%)", "#008000"),
        ("RebeccaPurple", "#663399"), ("transparent", "#00000000"),
    ])
    func `a color is read as CSS writes it`(text: String, hex: String) throws {
        #expect(try #require(Color(css: text)).hexText == hex)
    }

    @Test(arguments: ["", "#ab", "rgb(1,2)", "blurple", "#ggg", "url(x)", "rgb(a,b,c)"])
    func `what is no color is none`(text: String) { #expect(Color(css: text) == nil) }
}
