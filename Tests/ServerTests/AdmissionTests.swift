import Dispatch
import Synchronization
import Testing

@testable import Server

/// The bounded work behind every drawing.
@Suite struct AdmissionTests {
    @Test func `no more work runs at once than there are admission, and all of it is done`() async throws {
        let admission = Admission(count: 3, waitingLimit: 1000)
        let running = Counter()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await admission.run {
                        running.enter()
                        defer { running.leave() }
                        return number
                    }
                }
            }
            var sum = 0
            for try await number in group { sum += number }
            #expect(sum == 199 * 100)
        }
        #expect((1...3).contains(running.highest))
        #expect(admission.waitingCount == 0)
    }

    @Test func `a full queue turns work away, and takes it again when there is room`() async throws {
        let admission = Admission(count: 1, waitingLimit: 2)
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        let waiting = (0..<2).map { number in Task { try await admission.run { number } } }
        try await until { admission.waitingCount == 2 }
        await #expect(throws: Admission.Saturation.self) { try await admission.run {} }
        gate.open()
        try await held.value
        for (number, task) in waiting.enumerated() { #expect(try await task.value == number) }
        #expect(try await admission.run { 7 } == 7)
    }

    @Test func `work whose task is cancelled leaves the queue at once and never runs`() async throws {
        let admission = Admission(count: 1, waitingLimit: 1)
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        let ran = Counter()
        let dropped = Task { try await admission.run { ran.enter() } }
        try await until { admission.waitingCount == 1 }
        dropped.cancel()
        await #expect(throws: CancellationError.self) { try await dropped.value }
        #expect(admission.waitingCount == 0)
        let next = Task { try await admission.run { true } }
        try await until { admission.waitingCount == 1 }
        gate.open()
        try await held.value
        #expect(try await next.value)
        #expect(ran.highest == 0)
    }

    @Test func `an error of the work is the caller's, and frees the slot`() async throws {
        struct Failure: Error {}
        let admission = Admission(count: 1, waitingLimit: 0)
        for _ in 0..<3 {
            await #expect(throws: Failure.self) { try await admission.run { throw Failure() } }
        }
        #expect(try await admission.run { true })
    }

    @Test func `light work is done while heavy work waits, however much of that there is`() async throws {
        let admission = Admission(count: 2, waitingLimit: 100)
        let gate = Gate()
        let heavy = (0..<20).map { _ in Task { try await admission.run(weight: 300_000) { gate.wait() } } }
        try await until { admission.load.busyCount == 1 && admission.waitingCount == 19 }
        for number in 0..<50 { #expect(try await admission.run(weight: 2_000) { number } == number) }
        #expect(admission.load.busyCount == 1 && admission.waitingCount == 19)
        for _ in heavy { gate.open() }
        for task in heavy { try await task.value }
        #expect(admission.load.busyCount == 0)
    }

    @Test func `on one thread the light comes before the heavy, and the heavy after as much work as it weighs`() async throws {
        let admission = Admission(count: 1, waitingLimit: 1_000)
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        let order = Order()
        let heavy = Task { try await admission.run(weight: 30_000) { order.note("heavy") } }
        try await until { admission.waitingCount == 1 }
        var light: [Task<Void, any Error>] = []
        for count in 1...5 {
            light.append(Task { try await admission.run(weight: 9_000) { order.note("light") } })
            try await until { admission.waitingCount == count + 1 }
        }
        gate.open()
        for task in light + [held, heavy] { try await task.value }
        // All of them came before anything was done, so each is as late as its weight.
        #expect(order.names == Array(repeating: "light", count: 5) + ["heavy"])
    }

    @Test func `heavy work is not put off for ever by light work that goes on coming`() async throws {
        let admission = Admission(count: 1, waitingLimit: 1_000)
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        let order = Order()
        let heavy = Task { try await admission.run(weight: 25_000) { order.note("heavy") } }
        try await until { admission.waitingCount == 1 }
        // Two of these are always there.
        let chains = (0..<2).map { _ in
            Task { for _ in 0..<50 { try await admission.run(weight: 1_000) { order.note("light") } } }
        }
        try await until { admission.waitingCount == 3 }
        gate.open()
        for task in chains + [held, heavy] { try await task.value }
        let place = try #require(order.names.firstIndex(of: "heavy"))
        #expect((10...60).contains(place), "after \(place) of 100")
    }

    @Test func `heavy work takes no more than a quarter of the queue`() async throws {
        let admission = Admission(count: 1, waitingLimit: 8)
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        let heavy = (0..<2).map { _ in Task { try await admission.run(weight: 300_000) {} } }
        try await until { admission.waitingCount == 2 }
        await #expect(throws: Admission.Saturation.self) { try await admission.run(weight: 300_000) {} }
        let light = Task { try await admission.run(weight: 10) { true } }
        try await until { admission.waitingCount == 3 }
        gate.open()
        try await held.value
        for task in heavy { try await task.value }
        #expect(try await light.value)
    }

    @Test func `work that is read waits for its place before it is read`() async throws {
        let admission = Admission(count: 1, waitingLimit: 1)
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        let reads = Counter()
        let reading = Task {
            try await admission.run(weight: 1) {
                reads.enter()
            } making: { _ in
                reads.highest
            }
        }
        try await until { admission.waitingCount == 1 }
        #expect(reads.highest == 0)
        gate.open()
        try await held.value
        #expect(try await reading.value == 1)
    }

    @Test func `what is busy advances, and what ends nothing for long does not`() async throws {
        let clock = SteadyClock()
        let admission = Admission(count: 1, waitingLimit: 1, now: { clock.now })
        let gate = Gate()
        let held = Task { try await admission.run { gate.wait() } }
        await gate.entered()
        #expect(admission.isAdvancing(within: .seconds(60)))
        clock.advance(by: .seconds(61))
        #expect(!admission.isAdvancing(within: .seconds(60)))
        gate.open()
        try await held.value
        #expect(admission.isAdvancing(within: .seconds(60)))
    }
}

/// Who came after whom.
private final class Order: Sendable {
    private let state = Mutex<[String]>([])

    var names: [String] { state.withLock { $0 } }

    func note(_ name: String) { state.withLock { $0.append(name) } }

    @Test func `who gives up does not wait for a thread that cannot be stopped`() async throws {
        let (gate, admission) = (Gate(), Admission(count: 1, waitingLimit: 1))
        let task = Task { try await abandonable { try await admission.run { gate.wait() } } }
        await gate.entered()
        task.cancel()
        var isGivenUp = false
        if case .failure(let error) = await task.result { isGivenUp = error is CancellationError }
        #expect(isGivenUp)
        gate.open()
        // What was abandoned frees its place when it ends.
        try await until { admission.load.busyCount == 0 }
        let seven = try await abandonable { try await admission.run { 7 } }
        #expect(seven == 7)
    }
}
