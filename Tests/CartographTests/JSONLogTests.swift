import Foundation
import Logging
import Testing

@testable import Cartograph

@Suite struct JSONLogTests {
    @Test func `an event is a line of JSON, whatever its texts have in them`() throws {
        let event = LogEvent(
            level: .warning, message: "a \"quoted\"\nline", metadata: nil, source: "test", file: "f", function: "g", line: 1)
        let details: Logger.Metadata = [
            "status": "404", "ms": "1.5", "version": "007", "path": "/x\u{1B}", "time": "never", "list": .array(["1", "a"]),
            "inner": .dictionary(["b": "2", "a": .stringConvertible(3)]),
        ]
        let bytes = JSONLogHandler.line(of: event, details, at: 1_700_000_000.25)
        #expect(bytes.last == UInt8(ascii: "\n") && bytes.dropLast().allSatisfy { $0 != UInt8(ascii: "\n") })
        let line = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(line["time"] as? String == "2023-11-14T22:13:20.250Z")
        #expect(line["level"] as? String == "warning" && line["message"] as? String == "a \"quoted\"\nline")
        #expect(line["status"] as? Int == 404 && line["ms"] as? Double == 1.5 && line["version"] as? String == "007")
        #expect((line["inner"] as? [String: Int]) == ["a": 3, "b": 2])
    }
}
