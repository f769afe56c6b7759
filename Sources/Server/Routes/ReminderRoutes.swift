import Hummingbird
import Purchases
import Reports

/// `/api/users/{id}/reminders.ics`: what runs out when, for calendar programs.
struct ReminderRoutes: Sendable {
    let services: Services

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        ["reminders": { request, context in try await reminders(of: UserID(rawValue: try context.pathParameter("id")), request.query) }]
    }

    /// Reads what is to be reminded of, and how.
    static func wish(
        of user: UserID, _ reader: inout QueryReader
    ) -> (subject: Subject, presentation: Presentation, isDownload: Bool) {
        (
            Subject(user: user, filter: PurchaseFilter(&reader), asOf: reader.value(.day("as_of", \.lastDay))), Presentation(&reader),
            reader.value(Parameter<Bool>.flag("download")) ?? false
        )
    }

    private func reminders(of user: UserID, _ query: Query) async throws -> Resource {
        var reader = QueryReader(query)
        let wish = Self.wish(of: user, &reader)
        try reader.finish()
        let (subject, isDownload) = (wish.subject, wish.isDownload)
        var presentation = wish.presentation
        let revision = try await services.revision(of: user, amongEveryone: true, for: &presentation)

        return Resource(
            address: ResourceAddress(
                path: "/api/users/\(user.rawValue.percentEncoded)/reminders", query: query, representations: [.ics],
                identity: [services.build, "reminders", Query(subject.fields + presentation.fields).encoded]
            ),
            revision: revision,
            fileName: isDownload ? subject.fileName(of: "reminders") : nil
        ) { [services, presentation] _ in
            try await services.making(of: user, amongEveryone: true) { data in
                let report = RemindersReport(on: subject, from: data.history, among: data.everyone)
                return .init(report.feed(presentation).bytes, at: data.revision)
            }
        }
    }
}
