public import Purchases

/// Days to remember, as calendar programs subscribe to them (iCalendar, RFC 5545).
///
///     CalendarFeed("Reminders", events: [.init(id: "tea", day: day, summary: "Tea")], stamp: stamp).bytes
public struct CalendarFeed: Hashable, Sendable {
    /// Something of one day.
    public struct Event: Hashable, Sendable {
        /// Unique in the world, and the same each time the event is sent.
        public var id: String
        public var day: CalendarDate
        public var summary: String
        public var details: String

        public init(id: String, day: CalendarDate, summary: String, details: String = "") {
            self.id = id
            self.day = day
            self.summary = summary
            self.details = details
        }
    }

    public var name: String
    public var events: [Event]
    /// When what the feed says became so.
    public var stamp: Timestamp

    public init(_ name: String, events: [Event], stamp: Timestamp) {
        self.name = name
        self.events = events
        self.stamp = stamp
    }

    /// The feed in UTF-8. Equal feeds have equal bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func line(_ name: String, _ value: String) { Self.append("\(name):\(value)", to: &bytes) }
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Cartograph//Cartograph//EN")
        line("CALSCALE", "GREGORIAN")
        line("X-WR-CALNAME", Self.escaped(name))
        for event in events {
            line("BEGIN", "VEVENT")
            line("UID", Self.escaped(event.id))
            line("DTSTAMP", stamp.basicDescription)
            line("DTSTART;VALUE=DATE", Timestamp(event.day).basicDescription.prefix(8).description)
            line("SUMMARY", Self.escaped(event.summary))
            if !event.details.isEmpty { line("DESCRIPTION", Self.escaped(event.details)) }
            // Nobody is busy because something is to be bought.
            line("TRANSP", "TRANSPARENT")
            line("END", "VEVENT")
        }
        line("END", "VCALENDAR")
        return bytes
    }

    /// Section 3.3.11; other control characters have no place in a text.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Appends a line, folded after 75 bytes at the latest and never inside a character (section 3.1).
    private static func append(_ line: String, to bytes: inout [UInt8]) {
        var length = 0
        for scalar in line.unicodeScalars {
            let encoded = UTF8.encode(scalar).map(Array.init) ?? []
            if length + encoded.count > 75 {
                bytes += "\r\n ".utf8
                length = 1
            }
            bytes += encoded
            length += encoded.count
        }
        bytes += "\r\n".utf8
    }
}
