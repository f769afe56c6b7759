public import Purchases
public import Reports

/// One insight into one shopper, with everything that a client can choose about it.
///
///     let request = try InsightRequest(.topItems, of: user, query: Query([("by", "spend"), ("theme", "dark")]))
///     let png = try request.bytes(as: .png, from: store.purchases(of: user, in: .none), typesetter: typesetter)
///
/// HTTP and the command line make it from the same fields, so they give the same bytes.
public struct InsightRequest: Hashable, Sendable {
    public var subject: Subject
    public var question: Question
    public var presentation: Presentation
    public var picture: PictureStyle
    /// Whether the JSON also says where the picture shows which row.
    public var includesRegions: Bool
    /// Whether a browser should save the answer and not show it.
    public var isDownload: Bool

    /// Reads the query; every parameter has a default.
    ///
    /// All parameters are read whatever the representation will be, so that one query serves all of them.
    ///
    /// - Parameter today: The day it is, for months that are not over yet; nil when every month counts as over.
    public init(_ insight: Insight, of user: UserID, query: Query = Query(), today: CalendarDate? = nil) throws(InvalidQuery) {
        var reader = QueryReader(query)
        self.init(insight, of: user, today: today, &reader)
        try reader.finish()
    }

    /// Reads what may be said of the insight.
    init(_ insight: Insight, of user: UserID, today: CalendarDate? = nil, _ reader: inout QueryReader) {
        subject = Subject(user: user, filter: PurchaseFilter(&reader), asOf: reader.value(.day("as_of", \.lastDay)), today: today)
        question = insight.question(&reader)
        presentation = Presentation(&reader, refusal: question.refusal)
        picture = PictureStyle(&reader)
        includesRegions = reader.value(Parameter<Bool>.choice("include", among: ["regions": true])) ?? false
        isDownload = reader.value(Parameter<Bool>.flag("download")) ?? false
    }

    public var insight: Insight { question.insight }

    /// All that decides the bytes besides the data, the representation and what makes them.
    var identity: [String] { [insight.name, canonicalQuery.encoded, question.reliance(of: subject).text] + presentation.cartIdentity }

    /// What was asked for, defaults filled in and in one order: equal for requests that mean the same, however they are spelled.
    public var canonicalQuery: Query {
        let fields =
            subject.fields + question.fields + presentation.fields + picture.fields + (includesRegions ? [("include", "regions")] : [])
        // Stable for repeated names, whose values are sorted already.
        return Query(fields.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element))
    }
}
