import Foundation
import Testing

@testable import GoldenSupport

@Suite struct GoldenTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "golden-tests-\(UUID().uuidString)")
    private var golden: Golden {
        Golden(file: folder.appending(path: "Goldens/colors.txt"), texts: folder.appending(path: "texts/colors.txt"))
    }
    private let entries = [
        Golden.Entry("red", counts: "lines 2", text: "one\ntwo\n"), Golden.Entry("blue", counts: "lines 1", text: "three\n"),
    ]

    @Test func `recording writes the lines, fails, and makes the next run pass`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let recording = try golden.problems(with: entries, isUpdating: true)
        #expect(recording.count == 1 && recording[0].hasPrefix("wrote "))
        #expect(try golden.problems(with: entries, isUpdating: false).isEmpty)
        #expect(try golden.problems(with: entries, isUpdating: true).isEmpty)
    }

    @Test func `a text that changed fails with both files and the lines that differ`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try golden.problems(with: entries, isUpdating: true)
        var changed = entries
        changed[0].text = "one\n2\n"
        let problems = try golden.problems(with: changed, isUpdating: false)
        #expect(problems.count == 2)
        #expect(problems[0].contains("- 2: two\n+ 2: 2"))
        let paths = problems[0].matches(of: /'([^']+)'/).map { String($0.output.1) }
        #expect(try paths.map { try String(contentsOfFile: $0, encoding: .utf8) } == ["one\ntwo\n", "one\n2\n"])
    }

    @Test func `a line that is missing and a line that nothing stands for fail by name`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try !golden.problems(with: entries, isUpdating: false).isEmpty)
        _ = try golden.problems(with: entries, isUpdating: true)
        let orphaned = try golden.problems(with: [entries[1]], isUpdating: false)
        #expect(orphaned.count == 1 && orphaned[0].contains("nothing stands for these lines: red"))
        let missing = try golden.problems(with: entries + [Golden.Entry("green", counts: "", text: "")], isUpdating: false)
        #expect(missing.contains { $0.contains("green has no line") })
    }

    @Test func `lines in another order, and counts alone, fail`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try golden.problems(with: entries, isUpdating: true)
        #expect(try !golden.problems(with: entries.reversed(), isUpdating: false).isEmpty)
        var counted = entries
        counted[0].counts = "lines 3"
        #expect(try !golden.problems(with: counted, isUpdating: false).isEmpty)
    }

    @Test func `a digest depends on nothing but the text`() {
        #expect(Comparison.Line(Golden.Entry("a", counts: "", text: "")).digest == "af64724c8602eb6e")
    }
}
