extension Mark {
    /// Things and the days on which they are due, from top to bottom, against today.
    public struct Timeline: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var name: String
            /// A few words more, as in `every 12 days`.
            public var note: String
            /// Counted from 1970-01-01.
            public var day: Int
            public var color: MarkColor
            /// Marked by shape and words as well as by color.
            public var isOverdue: Bool

            public init(name: String, note: String = "", day: Int, color: MarkColor = .accent, isOverdue: Bool = false) {
                self.name = name
                self.note = note
                self.day = day
                self.color = color
                self.isOverdue = isOverdue
            }
        }

        public var rows: [Row]
        /// Counted from 1970-01-01.
        public var today: Int

        public init(rows: [Row], today: Int) {
            self.rows = rows
            self.today = today
        }
    }
}
