import Charts
import Mailing
public import Purchases
import Reports

extension InsightRequest {
    /// Returns the chart as HTML to paste into a mail of one's own: the picture by its address at this server, and its figures in a table.
    ///
    /// - Parameters:
    ///   - base: where readers reach this server.
    ///   - history: All purchases of the subject's user, in order of date.
    ///   - everyone: What all shoppers bought, for a question that needs it.
    public func mailSnippet(base: ServerBase, from history: [Purchase], among everyone: ShopStatistics = .none) throws -> String {
        try question.checkItem(in: history)
        let section = Document.Section(question, on: subject, from: history, among: everyone, presentation)
        let query = canonicalQuery.replacing("scale", with: "2")
        let path = "/api/users/\(subject.user.rawValue.percentEncoded)/\(insight.name).png"
        return try ChartSnippet(section, picture: "\(base.text)\(path)?\(query.encoded)", size: picture.size).html
    }
}
