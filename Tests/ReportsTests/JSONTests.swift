import Foundation
import Purchases
import Reports
import Testing

@Suite struct JSONTests {
    private func text(_ json: JSON) -> String { String(decoding: json.bytes, as: UTF8.self) }

    @Test func `members keep their order and money its two decimals`() {
        let json: JSON = ["b": .money(Money(hundredths: 4_50)), "a": .money(Money(hundredths: -5)), "c": [1, .null, .boolean(true)]]
        #expect(text(json) == "{\"b\":4.50,\"a\":-0.05,\"c\":[1,null,true]}\n")
    }

    @Test(arguments: [
        (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333"), (2, "2"), (-0.0000001, "0"), (.nan, "null"), (.infinity, "null"), (1e20, "1e+20"),
    ])
    func `numbers have at most six decimals`(number: Double, expected: String) {
        #expect(text(.number(number)) == expected + "\n")
    }

    @Test func `an object with two members of one name stops the program that names them so`() async {
        await #expect(processExitsWith: .failure) {
            var members: JSON.Members = ["a": 1]
            members.append("a", 2)
        }
        await #expect(processExitsWith: .failure) { _ = JSON.Members((0...40).map { ("\($0 % 40)", JSON.null) }) }
        // Told by bytes, as everywhere.
        #expect(text(.object(["\u{E9}": 1, "e\u{301}": 2])).count > 0)
    }

    @Test func `what it writes, a parser reads back`() throws {
        let strings = ["", "plain", "q\"uo\\te", "line\nbreak\ttab\r", "\u{0}\u{1F}\u{7F}", "é 日本 🍞", "</script>"]
        let parsed = try JSONSerialization.jsonObject(with: Data(JSON.array(strings.map(JSON.string)).bytes)) as? [String]
        #expect(parsed == strings)
    }
}
