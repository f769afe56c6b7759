import Drawing
import Rendering
import Typography

/// A piece of work that is done so many times and then no more: what a tool that counts runs in a process of its own.
enum Repetition {
    /// The work of each fixture apart, and a loop that says how the machine's instructions compare.
    static let names = Fixture.all.flatMap { fixture in stages.map { "\($0) \(fixture.name)" } }
    static let calibration = "calibration loop"

    private static let stages = ["layout", "draw", "encode"]

    /// Does the work called `name` `count` times, all that it shares being done before.
    static func run(_ name: String, count: Int) throws {
        if name == calibration { return calibrate(count) }
        guard let fixture = Fixture.all.first(where: { name.hasSuffix($0.name) }),
            let stage = stages.first(where: { name == "\($0) \(fixture.name)" })
        else { throw BudgetError("'\(name)' is none of: \((names + [calibration]).joined(separator: ", "))") }
        let typesetter = try Typesetter()
        // Whatever the work keeps for the next time is there before the first.
        let scene = try fixture.scene(typesetter)
        let bitmap = try scene.rasterized(scale: 1, typesetter: typesetter)
        _ = try bitmap.png()
        for _ in 0..<count {
            switch stage {
            case "layout": _ = try fixture.scene(typesetter)
            case "draw": _ = try scene.rasterized(scale: 1, typesetter: typesetter)
            default: _ = try bitmap.png()
            }
        }
    }

    /// A million steps of a multiplication and a sum, `count` times.
    private static func calibrate(_ count: Int) {
        var state: UInt64 = 1
        for _ in 0..<count * 1_000_000 { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }
        // Never true, and unknown to the compiler, which so leaves the loop in.
        if state == 0 { print(state) }
    }
}

/// Why something could not be counted.
struct BudgetError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
