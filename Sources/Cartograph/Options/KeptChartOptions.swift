import ArgumentParser
import Storage

/// How many charts of anyone's data a server keeps.
struct KeptChartOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The most charts that are kept under ids.", valueName: "count"))
    var keptCharts = KeptChartLimits().count
    @Option(help: ArgumentHelp("The most MB that kept charts have together.", valueName: "MB"))
    var keptChartMegabytes = KeptChartLimits().byteCount / 1_000_000
    @Option(help: ArgumentHelp("The most bytes of one kept chart.", valueName: "bytes"))
    var keptChartSize = KeptChartLimits().chartSize
    @Flag(help: "Where no more charts can be kept, drop those that nobody has asked for the longest, and refuse no new ones.")
    var dropUnusedCharts = false

    static let names = ["kept-charts", "kept-chart-megabytes", "kept-chart-size"]
    static let flags = ["drop-unused-charts"]

    func validate() throws {
        guard (0...100_000_000).contains(keptCharts), (0...1_000_000).contains(keptChartMegabytes), (1...1_000_000).contains(keptChartSize)
        else {
            throw ValidationError(
                "--kept-charts is a number to 100000000, --kept-chart-megabytes one to 1000000, and --kept-chart-size one from 1 to 1000000."
            )
        }
    }

    var limits: KeptChartLimits {
        var limits = KeptChartLimits()
        (limits.count, limits.byteCount, limits.chartSize) = (keptCharts, keptChartMegabytes * 1_000_000, keptChartSize)
        limits.dropsUnused = dropUnusedCharts
        return limits
    }
}
