import Testing

@testable import Cartograph

/// What may stand in a `.env` file.
@Suite struct EnvironmentFileTests {
    @Test(arguments: [
        ("A=1", "1"), ("export A=1", "1"), ("  A = 1  ", "1"), ("A=\"a b\"", "a b"), ("A='a \"b\" $c'", "a \"b\" $c"),
        ("A=\"say \\\"yes\\\", \\$5\"", "say \"yes\", $5"), ("A=\"two\\nlines\"", "two\nlines"), ("A=1 # one", "1"), ("A='#1' # one", "#1"),
        ("A=a#b", "a#b"), ("A=", ""), ("A=\"\"", ""), ("A=a=b", "a=b"), ("A=1\r", "1"), ("\u{FEFF}A=1", "1"), ("A=0\nA=1", "1"),
    ])
    func `a value is what a shell would take`(text: String, value: String) {
        let file = EnvironmentFile(text)
        #expect(file.variables == ["A": value] && file.unreadableLines.isEmpty)
    }

    @Test(arguments: ["A", "=1", "A=\"1", "A='1' 2", "1A=2", "A-B=1", "export"])
    func `what cannot be read is told by its line`(line: String) {
        let file = EnvironmentFile("# first\n\nB=2\n\(line)\nC=3")
        #expect(file.variables == ["B": "2", "C": "3"])
        #expect(file.unreadableLines == [4])
    }
}
