import ArgumentParser
import Foundation
import Server
import Typography

/// Charts of a file with one on each line, drawn side by side.
struct PlotBatch {
    /// What is said of every chart that does not say otherwise.
    let query: Query
    /// Where the pictures go.
    let folder: String

    /// The longest line, in bytes.
    private static let lineLimit = 1_000_000
    /// How many faults are written; the others are counted.
    private static let toldLimit = 20

    /// Draws all of them; what cannot be drawn is told by its line, and the others are drawn all the same.
    ///
    /// - Parameter path: `-` for standard input.
    func run(_ path: String) async throws {
        let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let file else { throw Failure("'\(path)' cannot be read: check that it exists and may be read.") }
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw Failure("The folder '\(folder)' cannot be made: \(error.localizedDescription)")
        }
        let size = path == "-" ? 0 : (try? file.seekToEnd()).map(Int.init) ?? 0
        if size > 0 { try file.seek(toOffset: 0) }
        let bar = ProgressBar("Drawing", total: size)
        let typesetter = try Typesetter.onThisMachine()
        var lines = LineReader(file: file, limit: Self.lineLimit)
        var (drawn, faults) = (0, [(line: Int, reason: String)]())
        try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            func take(_ result: (line: Int, reason: String?)) {
                if let reason = result.reason { faults.append((result.line, reason)) } else { drawn += 1 }
            }
            var running = 0
            while let line = try lines.next() {
                if size > 0 { bar.update(lines.byteCount) }
                if running >= ProcessInfo.processInfo.activeProcessorCount, let result = try await group.next() {
                    take(result)
                    running -= 1
                }
                running += 1
                group.addTask { (line.number, draw(line.bytes, number: line.number, typesetter)) }
            }
            for try await result in group { take(result) }
        }
        bar.clear()
        faults.sort { $0.line < $1.line }
        for fault in faults.prefix(Self.toldLimit) { Terminal.error("line \(fault.line): \(fault.reason)") }
        Terminal.error("\(drawn) drawn into \(folder)")
        guard faults.isEmpty else {
            let more = faults.count > Self.toldLimit ? ", of which the first \(Self.toldLimit) are told" : ""
            throw Failure("\(faults.count) of \(drawn + faults.count) charts cannot be drawn\(more).")
        }
    }

    /// Draws a chart into its file, and returns what is wrong with it, or nil.
    private func draw(_ bytes: [UInt8], number: Int, _ typesetter: Typesetter) -> String? {
        do {
            guard bytes.count <= Self.lineLimit else { return "has more than \(Self.lineLimit) bytes; make a file of its own of it" }
            let (name, chart) = try ChartFile.named(bytes, query: query)
            let fileName = name ?? "\(number).png"
            guard !fileName.contains("/"), !fileName.hasPrefix("."), !fileName.utf8.contains(0), fileName.utf8.count <= 200 else {
                return "has the name \"\(fileName.prefix(80))\", which is none of a file; leave out slashes and a full stop in front"
            }
            let file = try OutputFile("\(folder)/\(fileName)", formats: Representation.ofCharts)
            try file.write(chart.picture.bytes(as: file.representation, typesetter: typesetter))
            return nil
        } catch {
            return "\(error)"
        }
    }
}

/// The lines of a file, read as they are needed; empty ones are left out.
private struct LineReader {
    let file: FileHandle
    /// The most bytes of a line that are kept: of a longer one there is a byte more than these.
    let limit: Int
    private(set) var byteCount = 0
    private var number = 0
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(file: FileHandle, limit: Int) {
        self.file = file
        self.limit = limit
    }

    mutating func next() throws -> (number: Int, bytes: [UInt8])? {
        while true {
            guard let line = try line() else { return nil }
            number += 1
            if line.contains(where: { $0 > 0x20 }) { return (number, line) }
        }
    }

    /// Returns the next line without its end.
    private mutating func line() throws -> [UInt8]? {
        var line: [UInt8] = []
        while true {
            if start == buffer.count {
                guard !isAtEnd, let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty else {
                    isAtEnd = true
                    return line.isEmpty ? nil : line
                }
                (buffer, start) = (Array(chunk), 0)
                byteCount += buffer.count
            }
            let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n"))
            let part = buffer[start..<(end ?? buffer.count)]
            line += part.prefix(max(limit + 1 - line.count, 0))
            start = end.map { $0 + 1 } ?? buffer.count
            if end != nil { return line }
        }
    }
}
