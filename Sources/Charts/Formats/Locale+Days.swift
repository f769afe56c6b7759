extension Locale {
    /// How days are written, and what those of a week are called.
    struct Days: Sendable {
        /// A day without its year: `D` stands for the day, `M` for the month's short name.
        let monthDay: String
        /// A whole date; `Y` stands for the year.
        let yearMonthDay: String
        /// Seven abbreviated names, Monday first, as they stand alone.
        let weekdays: [String]

        init(_ monthDay: String, _ yearMonthDay: String, weekdays: String) {
            self.monthDay = monthDay
            self.yearMonthDay = yearMonthDay
            self.weekdays = weekdays.split(separator: ", ").map(String.init)
        }
    }

    /// Returns a date in short, as in `Mar 5, 2024`, `5 Mar 2024`, `5. März 2024` or `2024年3月5日`; without a year, as in `Mar 5`.
    ///
    /// For what a picture says: subtitles, due dates, labels of an axis. What a machine reads is written by ISO 8601.
    ///
    /// - Parameters:
    ///   - day: of the month, from 1.
    ///   - month: 1…12.
    public func text(ofDay day: Int, month: Int, year: Int? = nil) -> String {
        (year == nil ? days.monthDay : days.yearMonthDay).map { character in
            switch character {
            case "D": numbers.digits(String(day))
            case "M": nameInDate(ofMonth: month)
            case "Y": year.map(text(ofYear:)) ?? ""
            default: String(character)
            }
        }.joined()
    }

    /// Returns the short name of a day of the week, as in `Mon`.
    ///
    /// - Parameter weekday: from 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    public func name(ofWeekday weekday: Int) -> String { days.weekdays[((weekday - 1) % 7 + 7) % 7] }
}

extension Locale {
    /// Returns a time of day on a clock of 24 hours, as in `09:30`, or `09:30:15`.
    ///
    /// - Parameter seconds: from a midnight.
    func text(ofTime seconds: Int, hasSeconds: Bool) -> String {
        let second = ((seconds % 86_400) + 86_400) % 86_400
        let parts = [second / 3_600, second / 60 % 60] + (hasSeconds ? [second % 60] : [])
        return numbers.digits(parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"))
    }
}
