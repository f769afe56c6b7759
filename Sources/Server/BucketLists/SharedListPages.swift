import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Signing
import Storage

/// A list at a link, for people: whoever opens it in a browser reads it there and, where the link lets them, ticks items and adds some.
struct SharedListPages: Sendable {
    let services: Services
    let responder: PageResponder

    /// Adds what browsers ask for to what programs are answered.
    func handlers(besides handlers: Handlers, of link: SignedLink, at place: BucketListPlace) -> Handlers {
        var all = handlers
        let (read, write) = (handlers[.get], handlers[.post])
        all[.get] = { request, context in
            if request.head.isForPage { return try await page(of: link, at: place, nil, request, context) }
            guard let read else { throw Problem.unknownPath(request.uri.path.redactingToken) }
            return try await read(request, context)
        }
        all[.post] = { request, context in
            let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
            if type == "application/x-www-form-urlencoded" { return try await change(link, at: place, request, context) }
            guard let write else { throw Problem.readOnlyLink }
            return try await write(request, context)
        }
        return all
    }

    private func change(
        _ link: SignedLink, at place: BucketListPlace, _ request: Request, _ context: ServerContext
    ) async throws -> Answer {
        let form = try SavedForm(try await context.form(of: request))
        guard place.access != .view, let change = form.change else { throw Problem.readOnlyLink }
        do {
            _ = try await services.lists.changeBucketList(of: place.user, change, ifVersion: form.version, at: services.signer.now())
            return .redirect(to: place.path)
        } catch let error as BucketListError {
            // The list as it is, and above it what was in the way.
            return try await page(of: link, at: place, SavedNotice(error), request, context, status: .conflict)
        }
    }

    private func page(
        of link: SignedLink, at place: BucketListPlace, _ notice: SavedNotice?, _ request: Request, _ context: ServerContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        // A shopper who is not there any more has no list either.
        _ = try await services.store.revision(of: place.user)
        let list = try await services.lists.bucketList(of: place.user)
        var reader = Reader(request, context)
        // Whatever else it may do, here it has come by the link.
        (reader.rights, reader.address) = (.none, place.path)
        let mayEdit = place.access == .edit
        let page = ListPage(
            SavedList(list, linkedAt: place.path, mayEdit: mayEdit, notice, for: reader), mayEdit: mayEdit, until: link.grant.expiry.day,
            for: reader)
        var answer = responder.page(responder.pages.html(of: page), status: status)
        answer.headers[.vary] = "Accept"
        // The address is the secret.
        answer.headers[.referrerPolicy] = "no-referrer"
        return answer
    }
}
