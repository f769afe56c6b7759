import Drawing
import Testing

@Suite struct SceneTests {
    @Test(arguments: [TextRun.Anchor.start, .middle, .end])
    func `a text knows the room it takes, and its anchor says on which side`(anchor: TextRun.Anchor) {
        let ruler = FixedAdvance(advancePerEm: 0.5)
        let run = TextRun("12 kg", at: Point(x: 40, y: 20), anchor: anchor, font: Font(size: 10), color: .clear, measuring: ruler)
        #expect(run.advance == 25)
        #expect(run.left == 40 - 25 * anchor.share)
        let metrics = ruler.metrics(of: run.font)
        #expect(run.bounds == Rect(left: run.left, top: 20 - metrics.ascent, right: run.left + 25, bottom: 20 + metrics.descent))
    }

    @Test func `the bounds of a shape hold its stroke, and those of a group hold what is in it`() {
        let rect = Rect(left: 10, top: 20, right: 30, bottom: 40)
        #expect(Scene.Node.rect(rect).bounds == rect)
        #expect(Scene.Node.rect(rect, stroke: Stroke(.clear, width: 4)).bounds == rect.inset(by: -2))
        #expect(Scene.Node.group(.axis, []).bounds == nil)
        #expect(Scene.Node.group(.axis, [.group(.grid, []), .shape(Path(), fill: nil, stroke: nil)]).bounds == nil)
        for node in Scene.mixed(seed: 1).nodes {
            guard case .group(_, let nodes) = node, let bounds = node.bounds else { continue }
            for inner in nodes { #expect(inner.bounds.map(bounds.contains) == true) }
        }
    }

    @Test(arguments: 1...5)
    func `what is moved has its bounds moved and nothing else changed`(seed: UInt64) {
        for node in Scene.mixed(seed: seed).nodes {
            let moved = node.moved(right: 16, down: -8)
            #expect(moved.moved(right: -16, down: 8).isClose(to: node))
            guard let (before, after) = node.bounds.flatMap({ before in moved.bounds.map { (before, $0) } }) else { continue }
            #expect(abs(after.left - before.left - 16) < 1e-9 && abs(after.top - before.top + 8) < 1e-9)
            #expect(abs(after.width - before.width) < 1e-9 && abs(after.height - before.height) < 1e-9)
        }
    }

    @Test(arguments: 1...5)
    func `a mirrored scene has every box at the other side, and mirrored twice it is itself`(seed: UInt64) {
        let scene = Scene.mixed(seed: seed)
        let mirrored = scene.mirrored()
        #expect(zip(mirrored.mirrored().nodes, scene.nodes).allSatisfy { $0.isClose(to: $1) })
        #expect((mirrored.size, mirrored.title, mirrored.summary) == (scene.size, scene.title, scene.summary))
        for (node, image) in zip(scene.nodes, mirrored.nodes) {
            guard let (before, after) = node.bounds.flatMap({ before in image.bounds.map { (before, $0) } }) else { continue }
            #expect(abs(after.left - (200 - before.right)) < 1e-9 && abs(after.right - (200 - before.left)) < 1e-9)
            #expect(after.top == before.top && after.bottom == before.bottom)
        }
    }

    @Test(arguments: [0.5, 1, 2, 3.7])
    func `a region has all pixels of its mark that the canvas has, and at least one`(scale: Double) {
        let canvas = Rect(left: 0, top: 0, right: (200 * scale).rounded(), bottom: (100 * scale).rounded())
        for seed: UInt64 in 1...5 {
            let scene = Scene.mixed(seed: seed)
            let regions = scene.regions(scale: scale)
            #expect(regions.map(\.datum.label) == (0..<6).map(String.init))
            for (region, node) in zip(regions, scene.nodes) {
                let frame = region.frame
                #expect(canvas.contains(frame) && frame.width >= 1 && frame.height >= 1)
                for edge in [frame.left, frame.top, frame.right, frame.bottom] { #expect(edge == edge.rounded()) }
                guard let bounds = node.bounds else { continue }
                #expect(frame.left <= max(bounds.left * scale + 1e-6, 0) || frame.left == canvas.right - 1)
                #expect(frame.right >= min(bounds.right * scale - 1e-6, canvas.right) || frame.right == 1)
                #expect(frame.top <= max(bounds.top * scale + 1e-6, 0) || frame.top == canvas.bottom - 1)
                #expect(frame.bottom >= min(bounds.bottom * scale - 1e-6, canvas.bottom) || frame.bottom == 1)
            }
        }
    }

    @Test func `an edge on the border of a pixel takes no pixel more, and marks within marks have regions of their own`() {
        let inner = Scene.Node.mark("inner", [.rect(Rect(left: 10, top: 10, right: 20, bottom: 30))])
        let scene = Scene.sample([
            .group(.marks, [.mark("outer", [inner, .rect(Rect(left: 0.1 + 0.2 - 0.3, top: 0, right: 40, bottom: 50))])])
        ])
        let regions = scene.regions(scale: 2)
        #expect(regions.map(\.datum.label) == ["outer", "inner"])
        #expect(regions.map(\.frame) == [Rect(left: 0, top: 0, right: 80, bottom: 100), Rect(left: 20, top: 20, right: 40, bottom: 60)])
    }

    @Test func `a mark without a shape has no region`() {
        #expect(Scene.sample([.mark("nothing", [])]).regions(scale: 1).isEmpty)
    }

    @Test func `rectangles that share an edge do not overlap`() {
        let rect = Rect(left: 0, top: 0, right: 10, bottom: 10)
        #expect(
            !rect.overlaps(Rect(left: 10, top: 0, right: 20, bottom: 10)) && !rect.overlaps(Rect(left: 0, top: 10, right: 9, bottom: 20)))
        #expect(rect.overlaps(Rect(left: 9.9, top: 9.9, right: 20, bottom: 20)) && rect.overlaps(rect))
        #expect(rect.contains(rect) && !rect.contains(rect.inset(by: -0.1)) && rect.contains(rect.inset(by: 0.1)))
    }
}

extension Scene.Node {
    /// Whether the two are the same but for the last bits of their coordinates.
    fileprivate func isClose(to other: Scene.Node) -> Bool {
        switch (self, other) {
        case (.group(let role, let nodes), .group(let otherRole, let others)):
            return role == otherRole && nodes.count == others.count && zip(nodes, others).allSatisfy { $0.isClose(to: $1) }
        case (.shape(let path, let fill, let stroke), .shape(let otherPath, let otherFill, let otherStroke)):
            return fill == otherFill && stroke == otherStroke && path.elements.count == otherPath.elements.count
                && zip(path.points(each: 2), otherPath.points(each: 2)).allSatisfy { $0.distance(to: $1) < 1e-9 }
        case (.text(let run), .text(let otherRun)):
            return run.string == otherRun.string && run.anchor == otherRun.anchor && run.position.distance(to: otherRun.position) < 1e-9
                && run.font == otherRun.font && run.color == otherRun.color && run.advance == otherRun.advance
        default: return false
        }
    }
}
