import Hashing
import Testing

@testable import PostgresStorage

/// How text is kept that PostgreSQL cannot hold.
@Suite struct PostgresTextTests {
    private static let texts: [String] = {
        var random = SplitMix64(state: 7)
        let characters: [Character] = ["\u{0}", "\u{1}", "\u{2}", "a", "é", "🍮", "\n", "\\"]
        return (0..<300).map { _ in
            String((0..<Int.random(in: 0..<5, using: &random)).map { _ in characters.randomElement(using: &random)! })
        }
    }()

    /// The bytes that are kept, without their length.
    private func kept(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        text.append(to: &bytes)
        return Array(bytes.dropFirst(4))
    }

    @Test func `no text has a zero byte, and all come back as they were`() {
        for text in Self.texts {
            let bytes = kept(text)
            let read = bytes.withUnsafeBufferPointer(\.unescapedText)
            #expect(!bytes.contains(0))
            #expect(Array(read.utf8) == Array(text.utf8))
        }
    }

    @Test func `the order by bytes stays`() {
        for (a, b) in zip(Self.texts, Self.texts.dropFirst()) {
            let isBefore = a.utf8.lexicographicallyPrecedes(b.utf8)
            #expect(kept(a).lexicographicallyPrecedes(kept(b)) == isBefore)
        }
    }

    @Test func `usual text is kept as it is`() {
        #expect(kept("Crème brûlée 🍮\n") == Array("Crème brûlée 🍮\n".utf8))
    }
}
