/// All that a chart asks of a mark: each kind of mark answers in a file of its own.
protocol MarkContent: Hashable, Sendable {
    /// The mark whose content this is.
    var mark: Mark { get }
    /// What it is called beside other marks; empty where it needs no name.
    var name: String { get }
    var layout: MarkLayout { get }
    /// Whether there is nothing to show.
    var isEmpty: Bool { get }

    /// Every number that is given a place on a scale.
    var numbers: [Double] { get }
    /// Every number that is given a size.
    var sizeNumbers: [Double] { get }
    /// Where its values stand.
    var places: [Position] { get }
    /// Every day that is given a place on an axis of time, counted from 1970-01-01.
    var days: [Int] { get }
    /// The axis of the numbers; nil where they are on none of the axes of values.
    var valueAxis: Mark.ValueAxis? { get }
    /// Whether a length stands for a value, so that it has to begin at zero.
    var hasLengths: Bool { get }
    /// Lists that should have an entry for each of something, and how many they have.
    var counts: [(of: String, count: Int, expected: Int)] { get }

    /// Whether the sum of all values says something: prices and indices have none.
    var isSummable: Bool { get }
    /// The position whose period is not over yet, and how it is drawn.
    var unfinishedPart: (position: Position, looks: UnfinishedLooks)? { get }
    /// Returns its values with their names, as a sentence about the highest and the lowest needs them.
    func namedValues(in words: MarkWords) -> [NamedValue]
    /// Returns a line for each of its values, as in `Dairy: $812.40`.
    func lines(in words: MarkWords) -> [String]
    /// Returns what it says, where that is not the sum, the highest and the lowest of its values.
    func message(in words: MarkWords) -> String?
    /// Returns what a footnote has to say of it.
    func note(in words: MarkWords) -> String?

    /// Whether something is drawn on a scale of the axis of values.
    var hasValues: Bool { get }
}

enum UnfinishedLooks { case hatched, dashed }

/// A value and what it belongs to.
struct NamedValue {
    var name: String
    var value: Double
    var isUnfinished = false
}

extension MarkContent {
    var name: String { "" }
    var isEmpty: Bool { false }
    var sizeNumbers: [Double] { [] }
    var places: [Position] { [] }
    var days: [Int] { places.compactMap(\.calendarDay) }
    var valueAxis: Mark.ValueAxis? { .y }
    var hasLengths: Bool { false }
    var counts: [(of: String, count: Int, expected: Int)] { [] }
    var isSummable: Bool { true }
    var unfinishedPart: (position: Position, looks: UnfinishedLooks)? { nil }
    var hasValues: Bool { true }

    func namedValues(in words: MarkWords) -> [NamedValue] { [] }

    func lines(in words: MarkWords) -> [String] {
        namedValues(in: words).map { words.line($0.name, words.text(of: $0.value) + ($0.isUnfinished ? words.soFar : "")) }
    }

    func message(in words: MarkWords) -> String? { nil }
    func note(in words: MarkWords) -> String? { nil }
}

extension Chart {
    /// Checks that every mark can be drawn.
    func check() throws(ChartError) {
        let contents = marks.map(\.content)
        for content in contents {
            if let uneven = content.counts.first(where: { $0.count != $0.expected }) {
                throw .unevenCounts(of: uneven.of, count: uneven.count, expected: uneven.expected)
            }
        }
        if let value = contents.lazy.flatMap({ $0.numbers + $0.sizeNumbers }).first(where: { !$0.isFinite }) { throw .notFinite(value) }
        if let day = contents.lazy.flatMap(\.days).first(where: { !CalendarDay.range.contains($0) }) { throw .dayOutOfRange(day) }
        for number in contents.lazy.flatMap({ $0.places.lazy.compactMap(\.number) }) {
            guard number.isFinite else { throw .notFinite(number) }
            guard number > 0 || x.scale == .linear else { throw .notPositive(number) }
        }
        for content in contents {
            guard let name = content.valueAxis, axis(name).scale == .logarithmic else { continue }
            if let value = content.numbers.first(where: { $0 <= 0 }) { throw .notPositive(value) }
            guard !content.hasLengths else { throw .lengthsOnLogarithm }
        }
    }
}
