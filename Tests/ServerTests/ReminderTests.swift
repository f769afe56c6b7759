import Foundation
import Purchases
import Storage
import Testing

@testable import Server

/// The calendar feed, read by a program that shares no code with what writes it.
@Suite struct ReminderTests {
    private struct Event: Decodable, Equatable {
        var uid: String
        var summary: String
        var start: String
        var isDate: Bool
    }

    private static let reader = """
        import sys, json, datetime, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
        events = [e for e in calendar.walk("VEVENT")]
        assert not any(e.errors for e in events), [e.errors for e in events]
        assert all(isinstance(e["DTSTAMP"].dt, datetime.datetime) and e["DTSTAMP"].dt.tzinfo for e in events)
        json.dump([{
            "uid": str(e["UID"]), "summary": str(e["SUMMARY"]), "start": e["DTSTART"].dt.isoformat(),
            "isDate": type(e["DTSTART"].dt) is datetime.date} for e in events], sys.stdout)
        """

    /// Reads a calendar with PyPI's icalendar.
    private func events(of calendar: [UInt8]) throws -> [Event] {
        let outcome = try PythonProgram(Self.reader).run(on: Data(calendar))
        try #require(outcome.status == 0, "icalendar could not read it; if it is not installed, run make setup-test: \(outcome.complaints)")
        return try JSONDecoder().decode([Event].self, from: outcome.output)
    }

    /// Items whose names need escaping and folding, bought once a week.
    private static let names = ["Milk, 2%; “fresh” \\ cold", "非常に長い名前の食料品 " + String(repeating: "とても長い ", count: 12), "Tea"]

    private func store() async throws -> InMemoryPurchaseStore {
        let store = InMemoryPurchaseStore()
        let start = CalendarDate(dayNumber: 20_000)
        let log = (0..<10).flatMap { week in
            Self.names.map { Fixture.purchase("U,1", "\(week)", start.adding(days: week * 7), $0, "Dairy", 2_00, quantity: 1) }
        }
        try await Fixture.add(log, to: store)
        return store
    }

    @Test func `a calendar program reads one whole-day event for each item and due date`() async throws {
        try await TestServer.run(try await store()) { server in
            let reply = try await server.get("/api/users/U%2C1/reminders.ics")
            #expect(reply.status == 200 && reply["Content-Type"] == "text/calendar; charset=utf-8")
            let events = try events(of: reply.body)
            #expect(Set(events.map(\.summary)) == Set(Self.names.map { $0 }))
            #expect(Set(events.map(\.uid)).count == 3)
            // A week after the last purchase.
            #expect(events.allSatisfy { $0.isDate && $0.start == CalendarDate(dayNumber: 20_070).description })
        }
    }

    @Test func `lines end with CRLF, have 75 bytes at most, and the feed is the same until something is bought`() async throws {
        let store = try await store()
        try await TestServer.run(store) { server in
            let path = "/api/users/U%2C1/reminders.ics"
            let first = try await server.get(path)
            #expect(first.text.hasSuffix("END:VCALENDAR\r\n"))
            let lines = first.text.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
            #expect(try await server.get(path).body == first.body)
            try await Fixture.add(
                [Fixture.purchase("U,1", "more", CalendarDate(dayNumber: 20_070), "Tea", "Dairy", 2_00, quantity: 1)], to: store)
            let after = try await server.get(path)
            #expect(after["ETag"] != first["ETag"])
            let (before, now) = (try events(of: first.body), try events(of: after.body))
            #expect(Set(now.map(\.summary)) == Set(before.map(\.summary)))
            // What was bought is used up a week later, and what was not is due with the next visit, then too.
            #expect(now.allSatisfy { $0.start == CalendarDate(dayNumber: 20_077).description })
        }
    }

    @Test func `the words are in the reader's language, and an unknown parameter is refused`() async throws {
        try await TestServer.run(try await store()) { server in
            let german = try await server.get("/api/users/U%2C1/reminders.ics?locale=de")
            #expect(german.text.replacing("\r\n ", with: "").contains("etwa alle 7 Tage"))
            #expect(try await server.get("/api/users/U%2C1/reminders.ics?limit=3").status == 400)
            #expect(try await server.get("/api/users/nobody/reminders.ics").status == 404)
        }
    }
}
