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
    private let store: any PurchaseStore
    private let lists: any BucketListStore
    private let limit: Int
    private let interval: Duration
    private let heartbeat: Duration
    private let openCount = Seat.Counter()

    /// - Parameters:
    ///   - limit: how many pages may listen at once.
    ///   - interval: how often the store is asked.
    ///   - heartbeat: how long a stream may be silent: proxies, and this server too, take one that is for longer for dead.
    init(store: any PurchaseStore, lists: any BucketListStore, limit: Int, interval: Duration, heartbeat: Duration) {
        self.store = store
        self.lists = lists
        self.limit = limit
        self.interval = interval
        self.heartbeat = heartbeat
    }

    func add(to router: some RouterMethods<ServerContext>) {
        router.on("events", method: .get) { [self] request, context in
            try await answer(context) { [store] in "\(try await store.revision())" }
        }
        router.on("users/{id}/events", method: .get) { [self] request, context in
            let user = UserID(rawValue: try context.pathParameter("id"))
            return try await answer(context) { [store, lists] in
                "\(try await store.revision(of: user))-\(try await lists.bucketList(of: user).version)"
            }
        }
        for path: RouterPath in ["events", "users/{id}/events"] { router.refuseMethods(at: path, except: [.get]) }
    }

    private func answer(_ context: ServerContext, state: @escaping @Sendable () async throws -> String) async throws -> Response {
        // Whoever asks about nobody is told so while there is still a status to tell.
        let first = try await state()
        guard let seat = Seat(openCount, of: limit) else { throw RenderingSlots.Saturation() }
        let body = ResponseBody { [interval, heartbeat] writer in
            defer { withExtendedLifetime(seat) {} }
            let departure = ClientDeparture.current
            departure?.onDeparture { seat.leave() }
            defer { departure?.onDeparture(nil) }
            try await writer.write(ByteBuffer(string: "retry: 3000\nevent: state\ndata: \(first)\n\n"))
            // By the clock: on a busy machine the intervals between questions are longer than asked for.
            var (known, lastWord) = (first, ContinuousClock.now)
            while !Task.isCancelled, !Task.isShuttingDownGracefully, seat.isTaken {
                try await Task.sleep(for: interval)
                // A database that is busy for a moment is asked again; the page keeps what it has.
                if let now = try? await state(), now != known {
                    try await writer.write(ByteBuffer(string: "event: state\ndata: \(now)\n\n"))
                    (known, lastWord) = (now, .now)
                } else if lastWord.duration(to: .now) >= heartbeat {
                    try await writer.write(ByteBuffer(string: ":\n\n"))
                    lastWord = .now
                }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .connection: "close"], body: body
        )
    }
}

/// A place among those who listen, free again when this goes away: with its stream, or with a response that never became one.
private final class Seat: Sendable {
    private let counter: Counter
    private let state = Mutex(true)

    init?(_ counter: Counter, of limit: Int) {
        guard counter.enter(limit) else { return nil }
        self.counter = counter
    }

    deinit { leave() }

    var isTaken: Bool { state.withLock { $0 } }

    func leave() {
        let wasTaken = state.withLock { isTaken in
            defer { isTaken = false }
            return isTaken
        }
        if wasTaken { counter.leave() }
    }

    final class Counter: Sendable {
        private let count = Mutex(0)

        func enter(_ limit: Int) -> Bool {
            count.withLock { count in
                guard count < limit else { return false }
                count += 1
                return true
            }
        }

        func leave() { count.withLock { $0 -= 1 } }
    }
}
