public import Logging
import Purchases
import Recommendations
import Reports
public import ServiceLifecycle
public import Storage
import Synchronization

/// Gathers what is shown, and hands it to the store from time to time, so that no answer waits for it.
///
/// Only a list that is made is recorded: one that is given from memory was recorded when it was made. A list as of a day of the past was
/// shown to nobody who could still buy by it. What a busy store does not take is offered again; beyond so much, the rest is left out and
/// counted in the log.
public final class SuggestionRecorder: Service, Sendable {
    private struct State {
        var waiting: Set<ShownSuggestion> = []
        var leftOut = 0
    }

    let store: any SuggestionStore
    private let logger: Logger
    private let state = Mutex(State())

    private static let capacity = 20_000
    /// How many go to the store together.
    private static let slice = 1_000
    private static let interval = Duration.seconds(1)

    public init(store: any SuggestionStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// Remembers what a report suggests.
    func record(_ report: any Report, about subject: Subject, in place: ShownSuggestion.Place = .list, from data: ShopperData) {
        record(ShownSuggestion.all(of: report, about: subject, in: place, from: data))
    }

    func record(_ shown: [ShownSuggestion]) {
        guard !shown.isEmpty else { return }
        state.withLock { state in
            for suggestion in shown {
                if state.waiting.count < Self.capacity { state.waiting.insert(suggestion) } else { state.leftOut += 1 }
            }
        }
    }

    /// Hands over what is waiting, once a second until the server stops, and then what is left.
    public func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            await cancelWhenGracefulShutdown { try? await Task.sleep(for: Self.interval) }
            await flush()
        }
    }

    /// Hands over what is waiting.
    func flush() async {
        let (waiting, leftOut) = state.withLock { state in
            defer { state = State() }
            return (Array(state.waiting), state.leftOut)
        }
        if leftOut > 0 { logger.warning("suggestions that were shown are not counted", metadata: ["count": "\(leftOut)"]) }
        for start in stride(from: 0, to: waiting.count, by: Self.slice) {
            do {
                try await store.keepShown(Array(waiting[start..<min(start + Self.slice, waiting.count)]))
            } catch {
                // The database may be back in the next round.
                logger.warning("suggestions that were shown could not be kept", metadata: ["error": "\(String(reflecting: error))"])
                state.withLock { $0.waiting.formUnion(waiting[start...]) }
                return
            }
        }
    }
}

extension ShownSuggestion {
    /// Returns what a report suggests; nothing for one that suggests nothing, or as of a day of the past.
    static func all(of report: any Report, about subject: Subject, in place: Place, from data: ShopperData) -> [ShownSuggestion] {
        guard let report = report as? any SuggestingReport, subject.asOf == nil else { return [] }
        // What the lists take for today.
        guard let day = [data.history.last?.date, data.everyone.days?.upperBound].compactMap({ $0 }).max() else { return [] }
        return report.suggested.map {
            ShownSuggestion(
                to: subject.user, in: place, kind: $0.kind.rawValue, item: $0.alternativeShown ?? $0.item, on: day,
                for: Recommendation.horizon)
        }
    }
}

extension Recommendation {
    /// What is to be bought in place of the item, where that is what is suggested.
    fileprivate var alternativeShown: String? { kind == .save ? alternative?.item : nil }
}
