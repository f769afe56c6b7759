import Foundation
import Recommendations
import Storage

extension Evaluate {
    /// Prints what was shown to shoppers and bought within its days.
    func printShown() async throws {
        let counts = try await open(database.database).suggestionCounts()
        guard !counts.isEmpty else {
            Terminal.output("Nothing was shown yet: a server counts what it shows.")
            return
        }
        func line(_ cells: [String]) -> String {
            cells.enumerated().map {
                $0.offset < 2
                    ? $0.element.padding(toLength: 14, withPad: " ", startingAt: 0)
                    : String(repeating: " ", count: max(1, 10 - $0.element.count)) + $0.element
            }
            .joined()
        }
        Terminal.output("Suggestions that were shown, and bought within \(Recommendation.horizon) days")
        Terminal.output(line(["shown in", "kind", "shown", "bought", "share", "open"]))
        for count in counts {
            let share = String(format: "%.3f", Double(count.bought) / Double(max(1, count.shown)))
            Terminal.output(line([count.place.rawValue, count.kind, "\(count.shown)", "\(count.bought)", share, "\(count.open)"]))
        }
        Terminal.output("Open ones have days left, in which more may be bought.")
    }
}
