import Hummingbird
import NIOCore
import Purchases
import Reports
import Storage

/// `/api/users/{id}/reminders.ics`: what runs out when, for calendar programs.
struct ReminderRoutes: Sendable {
    let store: any PurchaseStore
    let slots: RenderingSlots
    let build: String

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
        let (subject, presentation, isDownload) = Self.wish(of: user, &reader)
        try reader.finish()

        let revision = try await store.revision(of: user)
        let everyone = try await store.revision()
        return Resource(
            address: ResourceAddress(
                path: "/api/users/\(user.rawValue.percentEncoded)/reminders", query: query, representations: [.ics],
                identity: [build, "reminders", Query(subject.fields + presentation.fields).encoded]
            ),
            revision: revision.combined(with: everyone),
            fileName: isDownload ? subject.fileName(of: "reminders") : nil
        ) { _ in
            let history = try await store.purchases(of: user, at: revision)
            let statistics = try await store.statistics(at: everyone)
            return try await slots.run {
                let report = RemindersReport(on: subject, from: history, among: statistics)
                return Resource.Content(body: ByteBuffer(bytes: report.feed(presentation).bytes))
            }
        }
    }
}
