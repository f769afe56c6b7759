import Foundation
import Typography

// Measures what the project promises:
//
//     benchmark [charts | pages | suggestions | import]        without an argument all of it

let arguments = Array(CommandLine.arguments.dropFirst())

switch (arguments.first, arguments.count) {
case (nil, _):
    let typesetter = try Typesetter()
    try ChartBenchmark.run(typesetter: typesetter)
    try await PageBenchmark.run(typesetter: typesetter)
    try await RecommendationBenchmark.run()
    try ImportBenchmark.run()
case ("charts", 1): try ChartBenchmark.run(typesetter: Typesetter())
case ("pages", 1): try await PageBenchmark.run(typesetter: Typesetter())
case ("suggestions", 1): try await RecommendationBenchmark.run()
case ("import", 1): try ImportBenchmark.run()
case ("import-only", 2): try await ImportBenchmark.importOnly(arguments[1])
default:
    let message =
        "'\(arguments.joined(separator: " "))' is no part of the benchmark: charts, pages, suggestions or import are, or nothing for all of them\n"
    FileHandle.standardError.write(Data(message.utf8))
    exit(2)
}
