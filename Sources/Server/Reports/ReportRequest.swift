public import Charts
public import Purchases
public import Reports

/// A whole report about one shopper, with everything that a client can choose about it.
///
///     let request = try ReportRequest(of: user, query: Query([("month", "2024-03"), ("paper", "a4")]))
///     let pdf = try request.bytes(as: .pdf, from: history, typesetter: typesetter, pages: pages)
///
/// HTTP and the command line make it from the same fields, so they give the same bytes.
public struct ReportRequest: Hashable, Sendable {
    public var subject: Subject
    public var presentation: Presentation
    public var paper: Paper
    public var appearance: Appearance
    /// Who gets the report as a mail.
    public var mail: MailOptions
    /// Whether a browser should save the answer and not show it.
    public var isDownload: Bool

    /// Reads the query; every parameter has a default.
    ///
    /// - Parameter today: The day it is, for months that are not over yet; nil when every month counts as over.
    public init(of user: UserID, query: Query = Query(), today: CalendarDate? = nil) throws(InvalidQuery) {
        var reader = QueryReader(query)
        self.init(of: user, today: today, &reader)
        try reader.finish()
    }

    /// Reads what may be said of the report.
    init(of user: UserID, today: CalendarDate? = nil, _ reader: inout QueryReader) {
        var filter = PurchaseFilter(&reader)
        if let year = reader.value(.wholeNumber("year", in: 1...9999)) { filter.narrow(to: year, &reader) }
        subject = Subject(user: user, filter: filter, asOf: reader.value(.day("as_of", \.lastDay)), today: today)
        presentation = Presentation(&reader)
        paper = reader.value(Parameter<Paper>.choice("paper")) ?? Paper(usedIn: presentation.locale)
        appearance = reader.value(Parameter<Appearance>.choice("theme")) ?? .light
        mail = MailOptions(&reader)
        isDownload = reader.value(Parameter<Bool>.flag("download")) ?? false
    }

    /// Whether the report as a mail says what to buy next, which depends on what everybody bought.
    public var suggests: Bool { subject.asOf == nil }

    /// All that decides the bytes besides the data, the representation and what makes them.
    var identity: [String] {
        ["report", canonicalQuery.encoded] + presentation.cartIdentity
            + [Question.metrics, Question(.monthlyTrends)].map { $0.reliance(of: subject).text }
    }

    /// What was asked for, defaults filled in and in one order: equal for requests that mean the same, however they are spelled.
    public var canonicalQuery: Query {
        let looks = [("paper", paper.rawValue), ("theme", appearance.rawValue)]
        let fields = subject.fields + presentation.fields + looks + mail.fields
        return Query(fields.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element))
    }
}

extension PurchaseFilter {
    /// Keeps the days of a year, or refuses it beside another period.
    fileprivate mutating func narrow(to year: Int, _ reader: inout QueryReader) {
        guard month == nil, from == nil, to == nil else {
            return reader.refuse("year", "is given beside 'month', 'from' or 'to'; leave one of them out")
        }
        from = CalendarDate(year: year, month: 1, day: 1)
        to = CalendarDate(year: year, month: 12, day: 31)
    }
}
