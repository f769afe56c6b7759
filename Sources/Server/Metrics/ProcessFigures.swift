import Foundation

/// What the system says of this process.
struct ProcessFigures {
    static let memory = MetricFamily("process_resident_memory_bytes", .gauge, "Memory of the process that is in use.")
    static let processorTime = MetricFamily("process_cpu_seconds_total", .counter, "Time of processors spent by the process.")

    /// In bytes; nil where the system does not tell.
    let residentMemory: Double?
    /// In user mode and in the system, in seconds.
    let processorSeconds: Double?

    /// Reads `/proc`, which Linux has (proc(5)).
    init() {
        let pages = Self.fields(of: "statm").dropFirst().first.flatMap(Double.init)
        residentMemory = pages.map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
        // A program's name may have spaces and parentheses; the fields after it begin behind the last one.
        let afterName = Self.text(of: "stat").split(separator: ")").last?.split(separator: " ") ?? []
        let ticks = afterName.dropFirst(11).prefix(2).compactMap { Double($0) }
        processorSeconds = ticks.count == 2 ? ticks.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK))) : nil
    }

    private static func text(of file: String) -> String {
        (try? String(contentsOfFile: "/proc/self/\(file)", encoding: .utf8)) ?? ""
    }

    private static func fields(of file: String) -> [Substring] { text(of: file).split(separator: " ") }
}
