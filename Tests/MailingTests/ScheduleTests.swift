import Foundation
import Testing

@testable import Mailing

@Suite struct ScheduleTests {
    private func moments(_ schedule: String, after start: String, count: Int) throws -> [String] {
        let schedule = try MailSchedule(schedule)
        var moment = try Date(start, strategy: .iso8601)
        return try (0..<count).map { _ in
            moment = try #require(schedule.next(after: moment))
            return moment.formatted(.iso8601)
        }
    }

    @Test func `a week later is the same time on the wall, on the days clocks change too`() throws {
        #expect(
            try moments("weekly sun 08:00 Europe/Berlin", after: "2024-03-18T00:00:00Z", count: 3)
                == ["2024-03-24T07:00:00Z", "2024-03-31T06:00:00Z", "2024-04-07T06:00:00Z"])
        #expect(
            try moments("weekly sun 08:00 Europe/Berlin", after: "2024-10-15T00:00:00Z", count: 3)
                == ["2024-10-20T06:00:00Z", "2024-10-27T07:00:00Z", "2024-11-03T07:00:00Z"])
    }

    @Test func `a time that clocks leave out is the first after it, one that comes twice is the first`() throws {
        // On 2024-03-31, 02:00 to 03:00 is left out; on 2024-10-27 it comes twice.
        #expect(
            try moments("weekly sun 02:30 Europe/Berlin", after: "2024-03-30T00:00:00Z", count: 2)
                == ["2024-03-31T01:00:00Z", "2024-04-07T00:30:00Z"])
        #expect(
            try moments("weekly sun 02:30 Europe/Berlin", after: "2024-10-26T00:00:00Z", count: 2)
                == ["2024-10-27T00:30:00Z", "2024-11-03T01:30:00Z"])
    }

    @Test func `a month later is the same day`() throws {
        #expect(
            try moments("monthly 1", after: "2024-01-01T08:00:00Z", count: 3)
                == ["2024-02-01T08:00:00Z", "2024-03-01T08:00:00Z", "2024-04-01T08:00:00Z"])
        #expect(try moments("monthly 28 23:59 Asia/Tokyo", after: "2024-02-01T00:00:00Z", count: 1) == ["2024-02-28T14:59:00Z"])
    }

    @Test(arguments: ["weekly mon 08:00 Europe/Berlin", "monthly 1 08:00 GMT", "weekly sun 00:05 America/New_York"])
    func `a schedule is written as it is read`(text: String) throws { #expect(try MailSchedule(text).description == text) }

    @Test(arguments: [
        "", "daily", "weekly", "weekly monday", "monthly 29", "monthly 0", "weekly mon 24:00", "weekly mon 8:00",
        "monthly 1 08:00 Mars/Base", "weekly mon 08:00 GMT now",
    ])
    func `what is no schedule is refused`(text: String) {
        #expect(throws: MailSchedule.Unreadable.self) { _ = try MailSchedule(text) }
    }
}
