import Charts
import Drawing
import Foundation
import Rendering
import Samples
import Synchronization
import Typography

/// What many pictures leave behind: memory that grew with their number would be a leak.
enum MemoryBenchmark {
    /// Until then the caches of shapes and glyphs fill up, and the allocator finds its size.
    private static let warmUp = 50_000
    private static let count = 100_000
    private static let stepCount = 4

    /// Draws charts of labels that were never there before, on as many threads as there are processors.
    static func run(typesetter: Typesetter) throws {
        print("Bar charts of 320 by 200 points, every label of each another one, drawn on all processors")
        var table = TextTable(["", "memory held, MB", "characters without a glyph"])
        try draw(0..<warmUp, typesetter)
        table.append(["after \(warmUp) charts", try residentMegabytes().text, String(typesetter.missingGlyphCount)])
        for step in 0..<stepCount {
            let start = warmUp + step * count / stepCount
            try draw(start..<start + count / stepCount, typesetter)
            let label = "and \((step + 1) * count / stepCount) more"
            table.append([label, try residentMegabytes().text, String(typesetter.missingGlyphCount)])
        }
        table.printOut()
    }

    private static func draw(_ numbers: Range<Int>, _ typesetter: Typesetter) throws {
        let failure = Mutex<(any Error)?>(nil)
        let threads = ProcessInfo.processInfo.activeProcessorCount
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            do {
                for number in stride(from: numbers.lowerBound + thread, to: numbers.upperBound, by: threads) {
                    let chart = chart(number)
                    let scene = try chart.scene(size: Size(width: 320, height: 200), theme: .light, measuring: typesetter)
                    _ = try scene.png(typesetter: typesetter)
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Returns a chart whose title, names and values no other number has.
    private static func chart(_ number: Int) -> Chart {
        var random = RandomStream(state: UInt64(number))
        let rows = (0..<5).map { _ in (name: word(&random), value: Double(random.number(below: 100_000)) / 100) }
        return Chart(
            word(&random), y: Axis("spent", format: .currency(.usDollar)),
            marks: [.bar(rows, .horizontal, position: { .name($0.name) }, value: \.value)]
        )
    }

    /// Latin, Greek, Hebrew, and Chinese, which the bundled fonts lack.
    private static let alphabets: [ClosedRange<UInt32>] = [0x61...0x7A, 0xE0...0xF6, 0x3B1...0x3C9, 0x5D0...0x5EA, 0x4E00...0x9FFF]

    /// Returns a word of 6 to 15 letters that never was.
    private static func word(_ random: inout RandomStream) -> String {
        let alphabet = alphabets[random.number(below: alphabets.count)]
        let letters = (0..<6 + random.number(below: 10)).compactMap { _ in
            Unicode.Scalar(alphabet.lowerBound + UInt32(random.number(below: alphabet.count)))
        }
        return String(String.UnicodeScalarView(letters))
    }

    /// Returns the memory that the process has now.
    private static func residentMegabytes() throws -> Double {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
        return (Double(pages) ?? .nan) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
    }
}
