import Mailing
import Testing

@testable import Server

@Suite struct MultipartParserTests {
    private static let body = Array(
        """
        preamble\r\n--B\r\nContent-Disposition: form-data; name="dry_run"\r\n\r\n1\r\n--B\r\n\
        Content-Disposition: form-data; name="file"; filename="a \\"b\\".csv"\r\nContent-Type: text/csv\r\n\r\n\
        a,b\r\n--\r\n--Bad\r\n1,2\r\n\r\n--B--\r\nepilogue
        """.utf8
    )

    /// What the parser says when the body comes in pieces of a size, neighbouring bytes joined.
    private func parts(of body: [UInt8], inPiecesOf size: Int) throws -> [String] {
        var parser = MultipartParser(boundary: "B")
        var parts: [String] = []
        for start in stride(from: 0, to: body.count, by: size) {
            for event in try parser.events(of: body[start..<min(start + size, body.count)]) {
                switch event {
                case .part(let name, let fileName): parts.append("\(name) \(fileName ?? "-"): ")
                case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
                }
            }
        }
        try parser.finish()
        return parts
    }

    @Test(arguments: 1...40)
    func `a form reads the same in whatever pieces it comes`(size: Int) throws {
        #expect(throws: MultipartParser.Fault.malformed) { try parts(of: Self.body, inPiecesOf: size) }
        // A line that begins as a boundary does is one, so a sender chooses another; without it all is content.
        let body = Array(String(decoding: Self.body, as: UTF8.self).replacing("--Bad", with: "-Bad").utf8)
        #expect(try parts(of: body, inPiecesOf: size) == ["dry_run -: 1", "file a \"b\".csv: a,b\r\n--\r\n-Bad\r\n1,2\r\n"])
    }

    @Test func `a body that ends too early is told from a whole one`() throws {
        let whole = Array("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--".utf8)
        #expect(try parts(of: whole, inPiecesOf: 7) == ["a -: 1"])
        for length in whole.indices {
            #expect(throws: MultipartParser.Fault.truncated) { try parts(of: Array(whole[..<length]), inPiecesOf: 7) }
        }
    }

    @Test func `headers and parts have their bounds`() throws {
        let long = Array("--B\r\nX: \(String(repeating: "a", count: 10_000))".utf8)
        #expect(throws: MultipartParser.Fault.headerTooLong) { try parts(of: long, inPiecesOf: 500) }
        let part = "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        let many = Array((String(repeating: part, count: 100) + "--B--").utf8)
        #expect(throws: MultipartParser.Fault.tooManyParts) { try parts(of: many, inPiecesOf: 500) }
        let nameless = Array("--B\r\nContent-Type: text/csv\r\n\r\n1\r\n--B--".utf8)
        #expect(throws: MultipartParser.Fault.malformed) { try parts(of: nameless, inPiecesOf: 500) }
    }

    @Test(arguments: [
        ("form-data; name=\"a\"; filename=\"b;c.csv\"", "b;c.csv"), ("form-data; filename=b.csv; name=a", "b.csv"),
        ("form-data;name=a;filename=\"C:\\temp\\b.csv\"", "C:\\temp\\b.csv"), ("form-data; filename=\"%22.csv\"", "\".csv"),
        ("form-data; FileName=\"\"", ""), ("form-data; filename=\"open", "open"),
    ])
    func `parameters are read in quotes and without`(text: String, fileName: String) {
        let parameters = HeaderParameters(text)
        #expect(parameters.value == "form-data")
        #expect(parameters["filename"] == fileName)
    }
}
