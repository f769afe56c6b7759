import Caching
import NIOCore
import Storage
import Synchronization

/// Finished content, bounded by its bytes: what is asked for again costs a look-up and a write, and what many ask for at once is made once.
final class ContentCache: Sendable {
    /// All that decides the bytes. The parts themselves and not their hash: a hash may fall together with another shopper's.
    struct Key: Hashable, Sendable {
        /// Of what the content shows, such as the API's for a picture, whatever links lead to it.
        var path: String
        var revision = Revision.zero
        var identity: [String]
        /// Nil for a page or a part of one.
        var representation: Representation?
        var coding: ContentCoding?
    }

    struct Entry: Sendable {
        var body: ByteBuffer
        /// Of the data that it was made of.
        var revision: Revision
        /// What it is kept under.
        var version: Revision
        /// What has a next page is not kept.
        var nextPage: Query?
    }

    /// What the cache holds and how often it had what was asked for.
    struct Usage: Hashable, Sendable {
        /// Never more than the capacity.
        var byteCount = 0
        var hitCount = 0
        /// How often content was made.
        var missCount = 0
    }

    private struct State {
        var contents: LRUCache<Key, Entry>
        var hitCount = 0
        var missCount = 0
    }

    private let state: Mutex<State>
    private let flights = SingleFlight<Key, Entry>()

    /// What an entry takes besides its bytes, about.
    private static let overhead = 1_024

    /// - Parameter capacity: in bytes.
    init(capacity: Int) { state = Mutex(State(contents: LRUCache(capacity: capacity))) }

    var usage: Usage {
        state.withLock { Usage(byteCount: $0.contents.cost, hitCount: $0.hitCount, missCount: $0.missCount) }
    }

    /// How many wait for content that is being made.
    var waitingCount: Int { flights.waitingCount }

    /// Returns content, or makes it and keeps it; whoever asks meanwhile waits for the same. An error is theirs as well, and is not kept.
    ///
    /// - Parameters:
    ///   - key: nil for what is not kept.
    ///   - version: what the content is looked for under; it is kept under its own.
    func entry(
        for key: Key?, at version: Revision, in coding: ContentCoding? = nil, make: @escaping @Sendable () async throws -> Entry
    ) async throws -> Entry {
        guard var key else { return try await make().coded(coding) }
        (key.revision, key.coding) = (version, coding)
        if let kept = entry(for: key) { return kept }
        let sought = key
        return try await flights.value(for: sought) { [self] in
            // It may have come between the look and this.
            if let kept = entry(for: sought, isCounted: false) { return kept }
            var entry: Entry
            if coding == nil {
                state.withLock { $0.missCount += 1 }
                entry = try await make()
            } else {
                entry = try await self.entry(for: sought, at: version, make: make).coded(coding)
            }
            var key = sought
            key.revision = entry.version
            if entry.nextPage == nil { keep(entry, for: key) }
            return entry
        }
    }

    /// Returns what is kept for just that key.
    func entry(for key: Key, isCounted: Bool = true) -> Entry? {
        state.withLock { state in
            let entry = state.contents.value(for: key)
            if entry != nil, isCounted { state.hitCount += 1 }
            return entry
        }
    }

    func keep(_ entry: Entry, for key: Key) {
        state.withLock { $0.contents.insert(entry, for: key, cost: entry.body.readableBytes + key.path.utf8.count + Self.overhead) }
    }
}

extension ContentCache {
    /// Returns what is kept, or makes it and keeps it, on the thread that asks: for parts of what is made there.
    func part(for key: Key, make: () throws -> ByteBuffer) rethrows -> ByteBuffer {
        if let kept = entry(for: key) { return kept.body }
        state.withLock { $0.missCount += 1 }
        let body = try make()
        keep(Entry(body: body, revision: key.revision, version: key.revision), for: key)
        return body
    }
}

extension ContentCache.Entry {
    fileprivate func coded(_ coding: ContentCoding?) async throws -> Self {
        guard coding != nil else { return self }
        var entry = self
        entry.body = try await ContentCoding.gzip(body)
        return entry
    }
}
