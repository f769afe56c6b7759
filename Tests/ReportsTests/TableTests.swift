import Purchases
import Reports
import Testing

@Suite struct TableTests {
    private func csv(_ cells: [Table.Cell]) -> String {
        String(decoding: Table(columns: cells.indices.map { "c\($0)" }, rows: [cells]).csv, as: UTF8.self)
    }

    @Test func `rows end with CRLF and follow the header`() {
        #expect(csv([.text("Milk"), .integer(2)]) == "c0,c1\r\nMilk,2\r\n")
    }

    @Test func `text is quoted only where it must be`() {
        #expect(
            csv([.text("a,b"), .text("say \"hi\""), .text("two\nlines"), .text("plain")]).hasSuffix(
                "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n"))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@A1", "\tx"])
    func `a text that a spreadsheet would run gets a quote mark, a number never`(text: String) {
        #expect(csv([.text(text)]) == "c0\r\n'\(text)\r\n")
        #expect(csv([.money(Money(hundredths: -1_00)), .integer(-3), .number(-0.5)]).hasSuffix("-1.00,-3,-0.5\r\n"))
    }

    @Test func `an empty cell is nothing at all`() {
        #expect(csv([.empty, .empty]).hasSuffix(",\r\n"))
    }
}
