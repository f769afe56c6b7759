import Dispatch
import Testing

@testable import Server

/// The bounded work behind every drawing.
@Suite struct RenderingSlotsTests {
    @Test func `no more work runs at once than there are slots, and all of it is done`() async throws {
        let slots = RenderingSlots(count: 3, waitingLimit: 1000)
        let running = Counter()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await slots.run {
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
        #expect(slots.waitingCount == 0)
    }

    @Test func `a full queue turns work away, and takes it again when there is room`() async throws {
        let slots = RenderingSlots(count: 1, waitingLimit: 2)
        let gate = Gate()
        let held = Task { try await slots.run { gate.wait() } }
        await gate.entered()
        let waiting = (0..<2).map { number in Task { try await slots.run { number } } }
        try await until { slots.waitingCount == 2 }
        await #expect(throws: RenderingSlots.Saturation.self) { try await slots.run {} }
        gate.open()
        try await held.value
        for (number, task) in waiting.enumerated() { #expect(try await task.value == number) }
        #expect(try await slots.run { 7 } == 7)
    }

    @Test func `work whose task is cancelled leaves the queue at once and never runs`() async throws {
        let slots = RenderingSlots(count: 1, waitingLimit: 1)
        let gate = Gate()
        let held = Task { try await slots.run { gate.wait() } }
        await gate.entered()
        let ran = Counter()
        let dropped = Task { try await slots.run { ran.enter() } }
        try await until { slots.waitingCount == 1 }
        dropped.cancel()
        await #expect(throws: CancellationError.self) { try await dropped.value }
        #expect(slots.waitingCount == 0)
        let next = Task { try await slots.run { true } }
        try await until { slots.waitingCount == 1 }
        gate.open()
        try await held.value
        #expect(try await next.value)
        #expect(ran.highest == 0)
    }

    @Test func `an error of the work is the caller's, and frees the slot`() async throws {
        struct Failure: Error {}
        let slots = RenderingSlots(count: 1, waitingLimit: 0)
        for _ in 0..<3 {
            await #expect(throws: Failure.self) { try await slots.run { throw Failure() } }
        }
        #expect(try await slots.run { true })
    }
}
