import Drawing
import Rendering
import Testing
import Typography

@Suite struct ConcurrencyTests {
    /// A small scene whose text no other number has.
    private func scene(_ number: Int) -> Scene {
        let text = TextRun(
            "Item \(number) ÀÉ", at: Point(x: 4, y: 20), font: Font(number % 2 == 0 ? .regular : .semibold, size: 9 + Double(number % 7)),
            color: Scene.ink
        )
        let bar = Path(Rect(left: 4, top: 24, right: 10 + Double(number % 80), bottom: 36.5), rounding: .right, radius: 3)
        return Scene.blank(100, 40, [.shape(bar, fill: Scene.blue, stroke: nil), .text(text)])
    }

    @Test func `eight threads draw what one thread draws`() async throws {
        let (shared, alone) = (try Typesetter(), try SharedTypesetter.made())
        let expected = try (0..<200).map { try scene($0).png(typesetter: alone) }
        let documents = try (0..<20).map { try scene($0).svg(typesetter: alone) + scene($0).pdf(typesetter: alone) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for step in 0..<200 {
                        // Each worker starts elsewhere, so that they shape and draw different texts at the same time.
                        let number = (step + worker * 25) % 200
                        #expect(try scene(number).png(typesetter: shared) == expected[number])
                        if number < documents.count {
                            let document = try scene(number).svg(typesetter: shared) + scene(number).pdf(typesetter: shared)
                            #expect(document == documents[number])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
