import Foundation
import Mailing
import Purchases
import Reports
import Storage
import Typography

extension MailDispatcher {
    /// The report of the time that has just passed: the seven days before the mail was due, or the month before.
    func mail(
        for subscription: MailSubscription, _ schedule: MailSchedule, dueSince scheduled: Date, at moment: Date
    ) async throws -> (message: Message, shown: [ShownSuggestion]) {
        let terms = subscription.terms
        let period = schedule.period(before: scheduled).map { Query.Field(name: $0.name, value: $0.value) }
        let people = [
            Query.Field(name: "sender", value: sender?.text ?? terms.sender), Query.Field(name: "recipient", value: terms.recipient),
        ]
        var request = try ReportRequest(
            of: terms.user, query: Query((Query(encoded: terms.options).fields + period + people).map { ($0.name, $0.value) }),
            today: Timestamp(Int64(moment.timeIntervalSince1970)).day)
        request.presentation.settle(onCurrency: try await store.summary(of: terms.user).currency)
        request.mail.unsubscribe = request.mail.recipients.first.flatMap { links?.unsubscription(of: $0, from: terms.user) }
        request.presentation.cartLink = cartLink
        let (asked, sentOn) = (request, Int(moment.timeIntervalSince1970))
        // A server that does not know its own address sends pictures within the mail.
        guard let links, request.mail.pictures == .linked else {
            return try await making(asked) { [typesetter] data in
                try asked.mail(from: data, sentOn: sentOn, typesetter: typesetter)
            }
        }
        let pen = try await links.signer.pen(for: terms.user)
        return try await making(asked) { [typesetter] data in
            let pictures = try links.pictures(of: asked, from: data.history, by: pen)
            return try asked.mail(from: data, sentOn: sentOn, pictures: pictures, typesetter: typesetter)
        }
    }
}

extension MailDispatcher {
    /// Makes something of what a request is about as soon as there is a place: where too many wait, later than all of them.
    private func making<Value: Sendable>(
        _ request: ReportRequest, _ make: @escaping @Sendable (ShopperData) throws -> Value
    ) async throws -> Value {
        while true {
            do {
                return try await admission.making(of: request.subject.user, in: store, amongEveryone: request.suggests, make)
            } catch is Admission.Saturation {
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }
}

extension ReportRequest {
    /// Returns the report as a mail, and what it suggests.
    fileprivate func mail(
        from data: ShopperData, sentOn moment: Int, pictures: [String: String]? = nil, typesetter: Typesetter
    ) throws -> (message: Message, shown: [ShownSuggestion]) {
        var shown: [ShownSuggestion] = []
        let message = try message(from: data, sentOn: moment, pictures: pictures, typesetter: typesetter) {
            shown += ShownSuggestion.all(of: $0, about: subject, in: .mail, from: data)
        }
        return (message, shown)
    }
}

extension MailSchedule {
    /// Returns the period of a report that is due at a moment, as a query writes it.
    fileprivate func period(before due: Date) -> [(name: String, value: String)] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let day = calendar.dateComponents([.year, .month, .day], from: due)
        guard let today = CalendarDate(year: day.year ?? 0, month: day.month ?? 0, day: day.day ?? 0) else { return [] }
        return switch rhythm {
        case .weekly: [("from", today.adding(days: -7).description), ("to", today.adding(days: -1).description)]
        case .monthly: [("month", today.month.adding(months: -1).description)]
        }
    }
}
