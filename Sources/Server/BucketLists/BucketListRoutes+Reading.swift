import Purchases
import Reports
import Storage

extension BucketListRoutes {
    /// What is known of a list before its suggestions are made.
    private struct State {
        var list: BucketList
        var address: ResourceAddress
        var revision: Revision
        /// Whether suggestions take the place of an empty list.
        var isSuggested: Bool
        var day: CalendarDate

        /// That of the list in JSON.
        var tag: EntityTag { address.tag(of: .json, at: revision) }
    }

    /// Returns the list in all its representations.
    func resource(at place: BucketListPlace) async throws -> Resource {
        let state = try await state(at: place)
        return Resource(
            address: state.address, revision: state.revision,
            // A list that was just written to is to be seen as it is.
            cacheControl: .fixed("private, no-cache")
        ) { representation in
            let (sheet, revision) = try await sheet(state, of: place.user)
            return .init(sheet.bytes(as: representation), at: revision)
        }
    }

    /// Returns the list as it is, in data, and the tag of just that.
    func current(at place: BucketListPlace) async throws -> (sheet: BucketListSheet, tag: EntityTag) {
        let state = try await state(at: place)
        let (sheet, revision) = try await sheet(state, of: place.user)
        return (sheet, state.address.tag(of: .json, at: revision))
    }

    /// Returns the tag of a list that was there, whatever has become of it since.
    func tag(of list: BucketList, at place: BucketListPlace) async throws -> EntityTag { try await state(of: list, at: place).tag }

    /// Returns the version of the list and the tags by which its representations are known.
    func tags(at place: BucketListPlace) async throws -> (version: Int, tags: [EntityTag]) {
        let state = try await state(at: place)
        return (state.list.version, state.address.representations.map { state.address.tag(of: $0, at: state.revision) })
    }

    /// Returns what is on the list or, while nothing is, what is suggested, and the revision that it is told under.
    private func sheet(_ state: State, of user: UserID) async throws -> (BucketListSheet, Revision) {
        guard state.isSuggested else { return (BucketListSheet(state.list, of: user), state.revision) }
        return try await services.making(of: user, amongEveryone: true) { [suggest = services.suggest] data in
            let suggestions = try suggest(user, data, state.day)
            return (BucketListSheet(suggestions, on: state.day, in: state.list, of: user), data.revision)
        }
    }

    private func state(at place: BucketListPlace) async throws -> State {
        try await state(of: lists.bucketList(of: place.user), at: place)
    }

    private func state(of list: BucketList, at place: BucketListPlace) async throws -> State {
        // A list that is the shopper's own is told by its version, and suggestions by what they are made of.
        let isSuggested = list.items.isEmpty
        // A shopper whom nobody knows has no list either.
        let revision = try await services.revision(of: place.user, amongEveryone: isSuggested)
        let day = Timestamp(now()).day
        let representations: [Representation] = [.json, .csv, .txt, .ics].filter {
            place.representation == nil || $0.rawValue == place.representation
        }
        let identity = [services.build, "bucket-list", String(list.version)] + (isSuggested ? [day.description] : [])
        return State(
            list: list,
            address: ResourceAddress(path: place.path, query: Query(), representations: representations, identity: identity),
            revision: isSuggested ? revision : Revision(rawValue: UInt64(list.version)), isSuggested: isSuggested, day: day
        )
    }
}
