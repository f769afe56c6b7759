import Drawing
import Foundation
import Purchases
import Signing
import Testing
import Typography

@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func files(below folder: String, _ isWanted: (String) -> Bool) throws -> [String] {
        let folder = root.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).filter(isWanted).sorted().map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }

    /// Lines without what they are indented by.
    private static func lines(_ text: some StringProtocol) -> String {
        text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.joined(separator: "\n")
    }

    @Test func `what an article shows is code that is compiled and runs below`() throws {
        let snippets = try Self.files(below: "Tests/DocumentationTests/Snippets") { $0.hasSuffix(".swift") }.map(Self.lines)
        let articles = try Self.files(below: "Sources") {
            // The program's own pages show commands.
            $0.contains(".docc/") && $0.hasSuffix(".md") && !$0.contains("Cartograph/Documentation.docc/")
        }
        #expect(articles.count >= 12)
        for article in articles {
            let blocks = article.matches(of: /(?s)```swift\n(.*?)\n```/).map { Self.lines($0.output.1) }
            #expect(!blocks.isEmpty, "\(article.prefix(30)) shows nothing")
            for block in blocks { #expect(snippets.contains { $0.contains(block) }, "no snippet has:\n\(block)") }
        }
    }

    @Test func `the snippets do what their articles say`() throws {
        let bounds = try #require(Pictures.drawing())
        #expect(bounds.left == 10 && bounds.right == 110 && bounds.bottom == 50)
        let scene = try Pictures.charts()
        let files = try Pictures.rendering(scene, Typesetter())
        #expect(files.title == scene.title && files.pdf.starts(with: "%PDF".utf8) && files.svg.starts(with: "<?xml".utf8))
        #expect(try Pictures.typography() > 20)
        #expect(Numbers.purchases().total == Money(hundredths: 6_96) && Numbers.purchases().day != nil)
        #expect(Numbers.analytics([]).isEmpty)
        #expect(try Numbers.histories([], of: UserID(rawValue: "U1")))
    }

    @Test func `a log that is read is stored, asked about, and gives lists and links`() async throws {
        let user = UserID(rawValue: "U1")
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let header = "OrderID,CustomerID,OrderDate,ProductName,Category,Quantity,BasePrice,TotalPrice"
        let rows = (1...3).map { "O\($0),U1,2024-0\($0)-15,Whole Milk,Dairy,2,3.48,6.96" }
        try Data(([header] + rows).joined(separator: "\n").utf8).write(to: file)
        let read = try Numbers.reading(file.path(percentEncoded: false))
        #expect(read.purchases.count == 3 && read.accepted == 3)
        #expect(try await Numbers.storage(read.purchases, of: user) == read.purchases)
        #expect(Numbers.recommendations(read.purchases, among: .none) == ["Whole Milk"])
        #expect(!Numbers.reports(read.purchases, of: user).title.isEmpty)
        let grant = Grant(user: user, name: "metrics.png", terms: "", expiry: Timestamp(1_900_000_000))
        #expect(try Numbers.signing(grant, KeyRing([.random(id: "k1")])) == grant)
    }
}
