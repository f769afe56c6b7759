import Caching
import HTTPTypes
import Hummingbird
import NIOCore
import Purchases
import ServiceLifecycle
import Storage
import Synchronization

/// `/events` and `/users/{id}/events`: open pages are told when what they show has changed (HTML, "server-sent events").
///
/// The store is asked once a second, so a change counts whichever server or program made it.
final class EventRoutes: Sendable {
    private let services: Services
    private let states: EventStates
    private let seats: Seats

    init(services: Services) {
        self.services = services
        seats = Seats(limit: services.configuration.eventStreamLimit)
        // As long as a page hears of changes late anyway.
        states = EventStates(lifetime: services.configuration.eventInterval)
    }

    func add(to routes: Routes) {
        routes.on(
            "events",
            [
                .get: { [self] request, context in
                    try await answer(context, of: nil) { [store = services.store] in "\(try await store.revision())" }
                }
            ])
        routes.on(
            "users/{id}/events",
            [
                .get: { [self] request, context in
                    let user = UserID(rawValue: try context.pathParameter("id"))
                    return try await answer(context, of: user) { [store = services.store, lists = services.lists] in
                        "\(try await store.revision(of: user))-\(try await lists.bucketList(of: user).version)"
                    }
                }
            ])
    }

    private func answer(
        _ context: ServerContext, of user: UserID?, ask: @escaping @Sendable () async throws -> String
    ) async throws -> Answer {
        let (states, configuration) = (states, services.configuration)
        // Whoever asks about nobody is told so while there is still a status to tell.
        let first = try await ask()
        guard let seat = seats.take(for: context.caller.key) else { throw Admission.Saturation() }
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(seat) {} }
            let departure = ClientDeparture.current
            departure?.onDeparture { seat.leave() }
            defer { departure?.onDeparture(nil) }
            try await writer.write(ByteBuffer(string: "retry: 3000\nevent: state\ndata: \(first)\n\n"))
            // By the clock: on a busy machine the intervals between questions are longer than asked for.
            var (known, lastWord) = (first, ContinuousClock.now)
            while !Task.isCancelled, !Task.isShuttingDownGracefully, seat.isTaken {
                try await Task.sleep(for: configuration.eventInterval)
                // A database that is busy for a moment is asked again; the page keeps what it has.
                if let now = try? await states.state(of: user, ask: ask), now != known {
                    try await writer.write(ByteBuffer(string: "event: state\ndata: \(now)\n\n"))
                    (known, lastWord) = (now, .now)
                } else if lastWord.duration(to: .now) >= configuration.eventHeartbeat {
                    try await writer.write(ByteBuffer(string: ":\n\n"))
                    lastWord = .now
                }
            }
            try await writer.finish(nil)
        }
        return Answer(
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .connection: "close"], body: .stream(body))
    }
}

/// What a shopper's pages show, or everybody's, as it was a moment ago: many pages of one shopper are one question.
private final class EventStates: Sendable {
    private let known = Mutex(LRUCache<ExactText, (state: String, expiry: ContinuousClock.Instant)>(capacity: 1_000))
    private let flights = SingleFlight<ExactText, String>()
    private let lifetime: Duration

    init(lifetime: Duration) { self.lifetime = lifetime / 2 }

    func state(of user: UserID?, ask: @escaping @Sendable () async throws -> String) async throws -> String {
        // No shopper's id is empty.
        let key = ExactText(user?.rawValue ?? "")
        if let (state, expiry) = known.withLock({ $0.value(for: key) }), expiry > .now { return state }
        return try await flights.value(for: key) { [self] in
            let state = try await ask()
            known.withLock { $0.insert((state, .now + lifetime), for: key) }
            return state
        }
    }
}
