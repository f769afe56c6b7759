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

    @Test func `the last days of a month are the last one in months that have fewer`() throws {
        #expect(
            try moments("monthly 31", after: "2023-12-31T08:00:00Z", count: 5)
                == [
                    "2024-01-31T08:00:00Z", "2024-02-29T08:00:00Z", "2024-03-31T08:00:00Z", "2024-04-30T08:00:00Z", "2024-05-31T08:00:00Z",
                ])
        #expect(
            try moments("monthly 29", after: "2023-01-29T08:00:00Z", count: 2) == ["2023-02-28T08:00:00Z", "2023-03-29T08:00:00Z"])
        // Clocks go forward over it on 2024-03-31.
        #expect(try moments("monthly 31 02:30 Europe/Berlin", after: "2024-03-01T00:00:00Z", count: 1) == ["2024-03-31T01:00:00Z"])
    }

    @Test(arguments: ["monthly 31 02:30 Europe/Berlin", "weekly sun 02:30 Europe/Berlin", "monthly 1 00:00 America/Sao_Paulo"])
    func `the last moment up to another is the one that the next leads to`(text: String) throws {
        let schedule = try MailSchedule(text)
        var moment = try Date("2023-12-01T00:00:00Z", strategy: .iso8601)
        for _ in 0..<80 {
            let next = try #require(schedule.next(after: moment))
            #expect(next > moment)
            #expect(schedule.last(upTo: next) == next)
            #expect(schedule.last(upTo: next.addingTimeInterval(3 * 86_400)) == next)
            moment = next
        }
    }

    @Test(arguments: ["weekly mon 08:00 Europe/Berlin", "monthly 1 08:00 GMT", "weekly sun 00:05 America/New_York"])
    func `a schedule is written as it is read`(text: String) throws { #expect(try MailSchedule(text).description == text) }

    @Test(arguments: [
        "", "daily", "weekly", "weekly monday", "monthly 32", "monthly 0", "weekly mon 24:00", "weekly mon 8:00",
        "monthly 1 08:00 Mars/Base", "weekly mon 08:00 GMT now",
    ])
    func `what is no schedule is refused`(text: String) {
        #expect(throws: MailSchedule.Unreadable.self) { _ = try MailSchedule(text) }
    }
}
