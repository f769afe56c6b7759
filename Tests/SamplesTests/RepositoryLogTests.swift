import Foundation
import Testing

@testable import Samples

struct RepositoryLogTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data/purchases.csv")

    @Test func `the log in the repository is two years of six shoppers`() throws {
        let stored = try Data(contentsOf: Self.file)
        let made = Data(try SampleLog(users: 6, months: 24).bytes)
        let command = "swift run cartograph generate --users 6 --months 24 --output Data/purchases.csv"
        #expect(stored == made, "\(Self.file.path) is not what the generator makes. Write it anew: \(command)")
        #expect(made.count < 1_200_000)
    }
}
