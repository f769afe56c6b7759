import Foundation
import Testing

@Suite struct FileTests {
    @Test(arguments: ["Sources", "Tests"])
    func `no file is longer than 400 lines`(folder: String) throws {
        for file in try Repository.swiftFiles(in: folder) {
            let length = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(length <= 400, "\(file.lastPathComponent) has \(length) lines")
        }
    }

    @Test func `nine files of ten have at most 250 lines, the median at most 100`() throws {
        let lengths = try Repository.swiftFiles(in: "Sources").map { file in
            try String(contentsOf: file, encoding: .utf8).count { $0 == "\n" }
        }.sorted()
        #expect(lengths[lengths.count / 2] <= 100)
        #expect(lengths[lengths.count * 9 / 10] <= 250)
    }

    @Test func `every golden file is named in a test beside it`() throws {
        let tests = Repository.root.appending(path: "Tests")
        for suite in try Repository.folders(in: "Tests") {
            let goldens = tests.appending(path: "\(suite)/Goldens")
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: goldens.path(percentEncoded: false)) else { continue }
            let sources = try Repository.swiftFiles(in: "Tests/\(suite)").map { try String(contentsOf: $0, encoding: .utf8) }.joined()
            for name in names {
                #expect(sources.contains(name), "nothing compares with \(suite)/Goldens/\(name): delete it")
            }
        }
    }
}
