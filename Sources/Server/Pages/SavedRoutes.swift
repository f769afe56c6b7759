import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// `POST /users/{id}/saved`: what the forms of a shopper's list do. Each leads back to a page, so loading it again does nothing again.
struct SavedRoutes: Sendable {
    let services: Services
    let responder: PageResponder

    @Sendable func change(_ request: Request, _ context: ServerContext) async throws -> Answer {
        let user = UserID(rawValue: try context.pathParameter("id"))
        _ = try await services.store.revision(of: user)
        let form = try SavedForm(try await context.form(of: request))
        let page = "/users/\(user.rawValue.percentEncoded)/saved"
        let query = request.uri.query.map { "?\($0)" } ?? ""
        guard let change = form.change else { return try await share(user, as: form.role, request, context) }
        do {
            _ = try await services.lists.changeBucketList(of: user, change, ifVersion: form.version, at: services.signer.now())
            return .redirect(to: form.back ?? page + query)
        } catch let error as BucketListError {
            // The list as it is, and above it what was in the way.
            let notice = (request.uri.query.map { "\($0)&" } ?? "") + "notice=\(SavedNotice(error).rawValue)"
            return .redirect(to: "\(page)?\(notice)")
        }
    }

    /// Shows a new link to the list, once: it stands in no address and is kept nowhere.
    private func share(_ user: UserID, as role: ListShare.Role, _ request: Request, _ context: ServerContext) async throws -> Answer {
        let link = try await services.signer.share(listOf: user, as: role, until: .default, at: services.signer.now())
        var reader = Reader(request, context)
        reader.address = "/users/\(user.rawValue.percentEncoded)/saved"
        let page = SharePage(
            // Where the server says that it is reached, and not what this reader happens to have typed.
            link: (services.configuration.base?.text ?? reader.origin) + link.path, mayEdit: role == .edit,
            until: Timestamp(link.share.expiry).day, of: user, for: reader)
        return responder.page(responder.pages.html(of: page))
    }
}

/// What the page says about a change that was not made.
enum SavedNotice: String, CaseIterable, Sendable { case stale, gone, full, first }

extension SavedNotice {
    init(_ error: BucketListError) {
        self =
            switch error {
            case .stale: .stale
            case .unknownItem: .gone
            case .tooManyItems: .full
            case .nothingToUndo: .first
            }
    }
}
