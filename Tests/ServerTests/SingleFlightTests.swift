import Synchronization
import Testing

@testable import Server

/// Work that several wait for.
@Suite(.timeLimit(.minutes(10))) final class SingleFlightTests: Sendable {
    private struct Failure: Error {}

    private let flights = SingleFlight<String, Int>()
    private let made = Mutex(0)

    private func make(_ gate: Gate) async -> Int {
        await gate.opened()
        return made.withLock { made in
            made += 1
            return made
        }
    }

    @Test func `what is asked for at once is made once, and anew for who comes later`() async throws {
        let gate = Gate()
        let tasks = (0..<50).map { _ in Task { try await flights.value(for: "a") { await self.make(gate) } } }
        try await until { flights.waitingCount == 50 }
        gate.open()
        for task in tasks { #expect(try await task.value == 1) }
        #expect(try await flights.value(for: "a") { await self.make(gate) } == 2)
    }

    @Test func `who leaves takes nothing from the others, the first one neither`() async throws {
        let gate = Gate()
        let first = Task { try await flights.value(for: "a") { await self.make(gate) } }
        try await until { flights.waitingCount == 1 }
        let others = (0..<3).map { _ in Task { try await flights.value(for: "a") { await self.make(gate) } } }
        try await until { flights.waitingCount == 4 }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(flights.waitingCount == 3)
        gate.open()
        for task in others { #expect(try await task.value == 1) }
    }

    @Test func `when the last one leaves the work is cancelled, and who comes then begins anew`() async throws {
        let wasCancelled = Mutex(false)
        let only = Task {
            try await flights.value(for: "a") {
                do { try await Task.sleep(for: .seconds(3_600)) } catch {
                    wasCancelled.withLock { $0 = true }
                    throw error
                }
                return 0
            }
        }
        try await until { flights.waitingCount == 1 }
        only.cancel()
        await #expect(throws: CancellationError.self) { try await only.value }
        #expect(try await flights.value(for: "a") { 7 } == 7)
        try await until { wasCancelled.withLock { $0 } }
    }

    @Test func `an error is for all who wait, and is not remembered`() async throws {
        let gate = Gate()
        let tasks = (0..<3).map { _ in
            Task {
                try await flights.value(for: "a") {
                    await gate.opened()
                    throw Failure()
                }
            }
        }
        try await until { flights.waitingCount == 3 }
        gate.open()
        for task in tasks { await #expect(throws: Failure.self) { try await task.value } }
        #expect(try await flights.value(for: "a") { 7 } == 7)
    }

    @Test func `different things do not wait for one another`() async throws {
        let gate = Gate()
        let slow = Task { try await flights.value(for: "a") { await self.make(gate) } }
        try await until { flights.waitingCount == 1 }
        #expect(try await flights.value(for: "b") { 7 } == 7)
        gate.open()
        #expect(try await slow.value == 1)
    }
}
