import Drawing
import Foundation
import Rendering
import Synchronization
import Typography

/// What many pictures leave behind: memory that grew with their number would be a leak.
enum MemoryBenchmark {
    private static let count = 100_000
    /// Until then the caches of shapes and glyphs fill up.
    private static let warmUp = 5_000

    /// Draws the fixtures again and again on as many threads as there are processors, each time with another line of text.
    static func run(typesetter: Typesetter) throws {
        var table = TextTable(["", "memory held, MB"])
        try draw(0..<warmUp, typesetter)
        table.append(["after \(warmUp) pictures", try residentMegabytes().text])
        try draw(warmUp..<count, typesetter)
        table.append(["after \(count) pictures", try residentMegabytes().text])
        print("Pictures of 800 by 400 points, no two of them the same, drawn on all processors")
        table.printOut()
    }

    private static func draw(_ numbers: Range<Int>, _ typesetter: Typesetter) throws {
        let failure = Mutex<(any Error)?>(nil)
        let threads = ProcessInfo.processInfo.activeProcessorCount
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            do {
                for number in stride(from: numbers.lowerBound + thread, to: numbers.upperBound, by: threads) {
                    let fixture = Fixture.all[number % Fixture.all.count]
                    var scene = try fixture.scene(typesetter)
                    let title = TextRun("Picture \(number)", at: Point(x: 8, y: 392), font: Font(size: 12), color: Color(0x1F2937))
                    scene.nodes.append(.text(title))
                    _ = try scene.png(typesetter: typesetter)
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Returns the memory that the process has now.
    private static func residentMegabytes() throws -> Double {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
        return (Double(pages) ?? .nan) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
    }
}
