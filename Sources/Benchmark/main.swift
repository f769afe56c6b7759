import Foundation
import Typography

// Measures what the project promises:
//
//     benchmark [charts | pages | suggestions | answers | search | mails | import | memory]        without an argument all of it
//     benchmark growth COUNT …                                 what costs come to beside so many lines of others
//     benchmark mails COUNT                                    so many reports that are due at once
//     benchmark pictures FOLDER                                writes what it draws, to be looked at
//     benchmark budget [NAME]                                  counts allocations and instructions by Valgrind
//     benchmark repeat NAME COUNT                              does a piece of work so many times, for who counts from outside

let arguments = Array(CommandLine.arguments.dropFirst())

switch (arguments.first, arguments.count) {
case (nil, _):
    let typesetter = try Typesetter()
    try ChartBenchmark.run(typesetter: typesetter)
    try await PageBenchmark.run(typesetter: typesetter)
    try await RecommendationBenchmark.run()
    try await AnswerBenchmark.run(typesetter: typesetter)
    try await SearchBenchmark.run()
    try await MailBenchmark.run(count: MailBenchmark.usualCount, typesetter: typesetter)
    try ImportBenchmark.run()
    try MemoryBenchmark.run(typesetter: typesetter)
case ("charts", 1): try ChartBenchmark.run(typesetter: Typesetter())
case ("pages", 1): try await PageBenchmark.run(typesetter: Typesetter())
case ("suggestions", 1): try await RecommendationBenchmark.run()
case ("answers", 1): try await AnswerBenchmark.run(typesetter: Typesetter())
case ("search", 1): try await SearchBenchmark.run()
case ("mails", 1...2):
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? MailBenchmark.usualCount
    try await MailBenchmark.run(count: max(1, count), typesetter: Typesetter())
case ("growth", _):
    try await GrowthBenchmark.run(
        counts: arguments.count > 1 ? arguments.dropFirst().compactMap { Int($0) } : GrowthBenchmark.usualCounts, typesetter: Typesetter())
    try await GrowthBenchmark.runLarge(typesetter: Typesetter())
case ("import", 1): try ImportBenchmark.run()
case ("memory", 1): try MemoryBenchmark.run(typesetter: Typesetter())
case ("pictures", 2):
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
    try FixturePictures.write(to: folder, typesetter: Typesetter())
case ("budget", 1...2):
    do {
        let updates = ProcessInfo.processInfo.environment["BUDGETS"] == "update"
        try BudgetBenchmark.run(part: arguments.dropFirst().first, updates: updates)
    } catch let error as BudgetError {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        exit(1)
    }
case ("repeat", 3): try Repetition.run(arguments[1], count: Int(arguments[2]) ?? 0)
case ("import-only", 2): try await ImportBenchmark.importOnly(arguments[1])
default:
    let message =
        "'\(arguments.joined(separator: " "))' is no part of the benchmark: "
        + "charts, pages, suggestions, answers, search, mails, import or memory are, or nothing for all of them\n"
    FileHandle.standardError.write(Data(message.utf8))
    exit(2)
}
