import NIOCore
import Purchases
import Reports
import Storage

extension BucketListRoutes {
    /// What is known of a list before its suggestions are made.
    private struct State {
        var list: BucketList
        var address: ResourceAddress
        var revision: Revision
        /// That of the shopper's purchases alone.
        var purchases: Revision
        /// That of everybody's; nil where nothing is suggested.
        var everyone: Revision?
        var day: CalendarDate

        /// That of the list in JSON.
        var tag: EntityTag { address.tag(of: .json, at: revision) }
    }

    /// Returns the list in all its representations.
    func resource(at place: BucketListPlace) async throws -> Resource {
        let state = try await state(at: place)
        // A list that was just written to is to be seen as it is.
        return Resource(address: state.address, revision: state.revision, cacheControl: "private, no-cache") { representation in
            let sheet = try await sheet(state, of: place.user)
            return Resource.Content(body: ByteBuffer(bytes: sheet.bytes(as: representation)))
        }
    }

    /// Returns the list as it is, in data, and the tag of just that.
    func current(at place: BucketListPlace) async throws -> (sheet: BucketListSheet, tag: EntityTag) {
        let state = try await state(at: place)
        return (try await sheet(state, of: place.user), state.tag)
    }

    /// Returns the tag of a list that was there, whatever has become of it since.
    func tag(of list: BucketList, at place: BucketListPlace) async throws -> EntityTag { try await state(of: list, at: place).tag }

    /// Returns the version of the list and the tags by which its representations are known.
    func tags(at place: BucketListPlace) async throws -> (version: Int, tags: [EntityTag]) {
        let state = try await state(at: place)
        return (state.list.version, state.address.representations.map { state.address.tag(of: $0, at: state.revision) })
    }

    private func sheet(_ state: State, of user: UserID) async throws -> BucketListSheet {
        guard state.list.items.isEmpty else { return BucketListSheet(state.list, of: user) }
        let history = try await store.purchases(of: user, at: state.purchases)
        let suggestions = try await suggest(user, history, state.day)
        // They are made of what everybody bought, and the tag was told before.
        guard try await store.revision() == state.everyone else { throw StaleRevision() }
        return BucketListSheet(suggestions, on: state.day, in: state.list, of: user)
    }

    private func state(at place: BucketListPlace) async throws -> State {
        try await state(of: lists.bucketList(of: place.user), at: place)
    }

    private func state(of list: BucketList, at place: BucketListPlace) async throws -> State {
        // A shopper whom nobody knows has no list either.
        let purchases = try await store.revision(of: place.user)
        let day = Timestamp(now()).day
        // A list that is the shopper's own is told by its version, and suggestions by what they are made of.
        let everyone = list.items.isEmpty ? try await store.revision() : nil
        let representations: [Representation] = [.json, .csv, .txt, .ics].filter {
            place.representation == nil || $0.rawValue == place.representation
        }
        let identity = [build, "bucket-list", String(list.version)] + (everyone == nil ? [] : [day.description])
        return State(
            list: list,
            address: ResourceAddress(path: place.path, query: Query(), representations: representations, identity: identity),
            revision: everyone.map { purchases.combined(with: $0) } ?? Revision(rawValue: UInt64(list.version)),
            purchases: purchases, everyone: everyone, day: day
        )
    }
}
