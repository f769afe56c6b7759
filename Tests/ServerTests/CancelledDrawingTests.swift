import Drawing
import Rendering
import Testing
import Typography

@testable import Server

/// Drawing in the slots while those who asked for it go away.
@Suite struct CancelledDrawingTests {
    /// What one picture is made of: bars, a slanted line, and text that no other number has.
    private func scene(_ number: Int) -> Scene {
        let size = Size(width: 120 + Double(number * 17), height: 80)
        let ink = Color(UInt32(0x2563EB + number * 4099))
        var nodes: [Scene.Node] = [.group(.background, [.shape(Path(Rect(size)), fill: Color(0xFFFFFF), stroke: nil)])]
        for bar in 0..<5 {
            let left = 10 + Double(bar) * 20
            let rect = Rect(left: left, top: 30 + Double((bar * 7 + number) % 30), right: left + 14, bottom: 70)
            nodes.append(.shape(Path(rect, rounding: .top, radius: 3), fill: ink, stroke: nil))
        }
        nodes.append(.shape(Path(through: [Point(x: 3, y: 70), Point(x: 110, y: 21)]), fill: nil, stroke: Stroke(ink, width: 2)))
        let text = TextRun(
            "Drawing \(number) \u{2013} é", at: Point(x: 10, y: 20), font: Font(.semibold, size: 12), color: ink, measuring: FixedAdvance()
        )
        nodes.append(.text(text))
        return Scene(size: size, title: "Drawing \(number)", summary: "It shows \(number).", nodes: nodes)
    }

    private func bytes(_ number: Int, _ typesetter: Typesetter) throws -> [UInt8] {
        let scene = scene(number)
        // Bitmaps of different sizes hand on their memory; documents go other ways.
        return switch number % 4 {
        case 0: try scene.png(scale: 3, typesetter: typesetter)
        case 1: try scene.pdf(typesetter: typesetter)
        case 2: try scene.svg(typesetter: typesetter)
        default: try scene.png(quality: .lossless, typesetter: typesetter)
        }
    }

    @Test func `what is drawn is right and every slot comes back, whoever is cancelled and when`() async throws {
        let typesetter = try Typesetter()
        let expected = try (0..<12).map { try bytes($0, typesetter) }
        let slots = Admission(count: 4, waitingLimit: 1_000)
        let finished = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<240 {
                group.addTask {
                    let kind = number % expected.count
                    let drawing = Task { try await slots.run { try bytes(kind, typesetter) } }
                    // At once, a moment later, perhaps in the middle of it, or never.
                    switch number % 4 {
                    case 0: drawing.cancel()
                    case 1:
                        await Task.yield()
                        drawing.cancel()
                    case 2:
                        try await Task.sleep(for: .microseconds(number * 7))
                        drawing.cancel()
                    default: break
                    }
                    switch await drawing.result {
                    case .success(let bytes):
                        #expect(bytes == expected[kind])
                        return 1
                    case .failure(let error):
                        #expect(error is CancellationError)
                        return 0
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(finished >= 60)
        #expect(slots.load.busyCount == 0)
        #expect(slots.load.waitingCount == 0)
        let after = try await slots.run { try bytes(3, typesetter) }
        #expect(after == expected[3])
    }

    @Test func `a picture that cannot be drawn leaves nothing behind`() async throws {
        let typesetter = try Typesetter()
        let slots = Admission(count: 2, waitingLimit: 100)
        let expected = try bytes(3, typesetter)
        for number in 0..<40 {
            var broken = scene(number)
            // Where Cairo cannot count, and where there is no canvas.
            if number.isMultiple(of: 2) { broken.size = Size(width: 0, height: 10) }
            broken.nodes.append(.shape(Path(through: [Point(x: 0, y: 0), Point(x: .nan, y: 1)]), fill: nil, stroke: Stroke(Color(0))))
            let scene = broken
            await #expect(throws: RenderingError.self) { try await slots.run { try scene.png(typesetter: typesetter) } }
            let after = try await slots.run { try bytes(3, typesetter) }
            #expect(after == expected)
        }
    }
}
