import Purchases
import SQLiteStorage
import Storage
import Testing

/// What every store of bucket lists promises.
@Suite struct BucketListStoreTests {
    @Test(arguments: BucketListBackend.allCases)
    func `a list that nobody wrote to is empty, at version 0 and without history`(backend: BucketListBackend) async throws {
        try await backend.withStore { store in
            let list = try await store.list()
            let history = try await store.bucketListHistory(of: UserID(rawValue: "U1"))
            #expect(list == BucketList())
            #expect(history == [])
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `items come back whole and in their order`(backend: BucketListBackend) async throws {
        let contents: [BucketListItem.Content] = [
            .init(
                name: "Crème\u{0} 🍮", category: "Zoë 'x' %_", price: .zero, reason: "", isChecked: true,
                dueDate: CalendarDate(dayNumber: -1)
            ),
            .init(name: "Tea"),
            .init(name: "Rice", price: Money(hundredths: 1_000_000_00), reason: "low", dueDate: CalendarDate("2024-02-29")),
        ]
        try await backend.withStore { store in
            let written = try await store.change(.replace(contents.map { .init(content: $0) }), of: "Zoë\u{0}", at: 7)
            let list = try await store.list(of: "Zoë\u{0}")
            #expect(list == written)
            #expect(list.items.map(\.content) == contents)
            #expect((list.version, list.time) == (1, 7))
            #expect(try await store.list(of: "Zoe\u{308}\u{0}") == BucketList())
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `every change counts, and one that changes nothing does not`(backend: BucketListBackend) async throws {
        try await backend.withStore { store in
            try await store.change(.add("Tea"))
            try await store.change(.add("Rice", position: 1))
            var edit = BucketListChange.Edit()
            edit.isChecked = true
            edit.position = 2
            try await store.change(.edit(2, edit))
            #expect(try await store.change(.edit(2, edit)).version == 3)
            let list = try await store.list()
            #expect(list.names == ["Tea", "Rice"])
            #expect(list.item(2)?.content.isChecked == true)
            #expect(try await store.change(.remove(1)).names == ["Rice"])
            #expect(try await store.change(.clear).items == [])
            #expect(try await store.change(.clear).version == 5)
            let history = try await store.bucketListHistory(of: UserID(rawValue: "U1"))
            #expect(history.map(\.kind) == [.clear, .remove, .edit, .add, .add])
            #expect(history.map(\.itemCount) == [0, 1, 2, 2, 1])
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `an id is never given twice, and a replaced list keeps those it gave`(backend: BucketListBackend) async throws {
        try await backend.withStore { store in
            for name in ["Tea", "Rice"] { try await store.change(.add(name)) }
            try await store.change(.remove(2))
            #expect(try await store.change(.add("Ink")).items.map(\.id) == [1, 3])
            let list = try await store.change(
                .replace([3, nil, 1, 99].map { .init(id: $0, content: .init(name: "Item \($0 ?? 0)")) })
            )
            #expect(list.items.map(\.id) == [3, 4, 1, 5])
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `who is late is told what the list is, and changes nothing`(backend: BucketListBackend) async throws {
        try await backend.withStore { store in
            let first = try await store.change(.add("Tea"), ifVersion: 0)
            await #expect(throws: BucketListError.stale(expected: 0, current: first)) { try await store.change(.clear, ifVersion: 0) }
            #expect(try await store.list() == first)
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `of many who write the same version one wins, and of many who add none is lost`(backend: BucketListBackend) async throws {
        try await backend.withStore { store in
            let winners = try await count(20) { try await store.change(.add("\($0)"), ifVersion: 0) }
            #expect(winners == 1)
            #expect(try await count(20) { try await store.change(.add("\($0)")) } == 20)
            let list = try await store.list()
            #expect(list.version == 21)
            #expect(Set(list.items.map(\.id)).count == 21)
        }
    }

    /// Returns how many of so many attempts at once succeed.
    private func count(_ attempts: Int, _ attempt: @escaping @Sendable (Int) async throws -> some Sendable) async throws -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<attempts { group.addTask { (try? await attempt(index)) != nil } }
            return await group.reduce(into: 0) { count, isDone in count += isDone ? 1 : 0 }
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `undoing goes back step by step to the beginning, and a change after it can be undone too`(backend: BucketListBackend) async throws
    {
        try await backend.withStore { store in
            var states = [try await store.list().names]
            for change in [BucketListChange.add("Tea"), .add("Rice"), .remove(1), .clear] {
                states.append(try await store.change(change).names)
            }
            for state in states.dropLast().reversed() { #expect(try await store.change(.undo).names == state) }
            await #expect(throws: BucketListError.nothingToUndo) { try await store.change(.undo) }
            try await store.change(.add("Ink"))
            #expect(try await store.change(.undo).names == [])
            #expect(try await store.list().version == 10)
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `a list that is full, an unknown item and nothing to undo are errors`(backend: BucketListBackend) async throws {
        try await backend.withStore { store in
            await #expect(throws: BucketListError.nothingToUndo) { try await store.change(.undo) }
            await #expect(throws: BucketListError.unknownItem(1)) { try await store.change(.remove(1)) }
            await #expect(throws: BucketListError.unknownItem(1)) { try await store.change(.edit(1, .init())) }
            try await store.change(.replace((0..<500).map { .init(content: .init(name: "\($0)")) }))
            await #expect(throws: BucketListError.tooManyItems(501)) { try await store.change(.add("more")) }
            #expect(try await store.list().version == 1)
        }
    }

    @Test(arguments: BucketListBackend.allCases)
    func `history is bounded by versions and by items`(backend: BucketListBackend) async throws {
        let user = UserID(rawValue: "U1")
        try await backend.withStore { store in
            for number in 1...210 { try await store.change(.replace([.init(content: .init(name: "\(number)"))])) }
            #expect(try await store.bucketListHistory(of: user).map(\.number) == Array((11...210).reversed()))
            // An undo is a version too, so half of those that are kept can be gone back.
            for number in (110..<210).reversed() { #expect(try await store.change(.undo).names == ["\(number)"]) }
            await #expect(throws: BucketListError.nothingToUndo) { try await store.change(.undo) }
            let items = (0..<500).map { BucketListChange.Placement(content: .init(name: "\($0)")) }
            for number in 0..<52 { try await store.change(.replace(items).renamed(number)) }
            #expect(try await store.bucketListHistory(of: user).map(\.itemCount) == Array(repeating: 500, count: 50))
        }
    }
}

extension BucketListChange {
    fileprivate func renamed(_ number: Int) -> BucketListChange {
        guard case .replace(var placements) = self else { return self }
        placements[0].content.name = "first \(number)"
        return .replace(placements)
    }
}
