import Access
import Charts
import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Reports
import Storage

/// `/keys`: the keys that programs use the API with, for admins.
struct KeyRoutes: Sendable {
    let access: AccessControl
    let responder: PageResponder

    private enum Wish: String, CaseIterable, Sendable { case add, revoke }

    func add(to routes: Routes) {
        responder.add(
            "keys", to: routes,
            [
                .get: { request, context in
                    var query = QueryReader(request.query.droppingEmptyValues())
                    let reader = Reader(request, context, &query)
                    try query.finish()
                    return try await page(for: reader)
                }, .post: change,
            ])
    }

    @Sendable private func change(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request).droppingEmptyValues())
        let wish = form.value(Parameter<Wish>.choice("do")) ?? .add
        let id = form.value(Parameter<String>.text("id", upTo: 20))
        let name = form.value(Parameter<String>.text("name", upTo: APIKey.nameLimit))
        let actions = form.values(Parameter<Action>.choice("scope"), atMost: Action.allCases.count)
        let user = form.value(Parameter<String>.text("user", upTo: 200)).map { UserID(rawValue: $0) }
        let expiry = form.value(
            Parameter<LinkExpiry?>.choice(
                "expires",
                among: [
                    ("30d", .after(seconds: 30 * 86_400)), ("90d", .after(seconds: 90 * 86_400)), ("365d", .after(seconds: 365 * 86_400)),
                    ("never", nil),
                ]))
        try form.finish()
        var reader = Reader(request, context)
        reader.address = "/keys"
        switch wish {
        case .revoke:
            guard let id, try await access.store.revokeKey(id, at: access.now()) else {
                return try await page(problem: Self.unknownKey(reader), for: reader, status: .notFound)
            }
            access.forget()
            return .redirect(to: "/keys")
        case .add:
            guard let name, !actions.isEmpty else {
                return try await page(problem: Self.incomplete(reader), for: reader, status: .unprocessableContent)
            }
            let scopes: [Scope]
            do {
                // A key for one shopper that may do something to the whole shop is refused.
                scopes = try actions.map { try Scope($0, shoppers: user.map { .one($0) } ?? .all) }
            } catch let error as ScopeError {
                return try await page(problem: "\(error)", for: reader, status: .unprocessableContent)
            }
            let now = access.now()
            var generator = SystemRandomNumberGenerator()
            let (key, text) = APIKey.make(
                name: name, scopes: scopes, expiry: (expiry ?? nil)?.time(after: now.secondsSince1970), at: now, using: &generator)
            try await access.store.addKey(key)
            return try await page(secret: text, for: reader, status: .created)
        }
    }

    private func page(
        secret: String? = nil, problem: String? = nil, for reader: Reader, status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let now = access.now()
        // The newest first: it is the one that was just made.
        let keys = try await access.store.keys().reversed().map { KeysPage.Key($0, at: now) }
        let page = KeysPage(Array(keys), scopes: Action.allCases.map(\.rawValue), secret: secret, problem: problem, for: reader)
        return responder.page(responder.pages.html(of: page), status: status)
    }

    private static func unknownKey(_ reader: Reader) -> String {
        reader.presentation.locale.phrase(
            "There is no such key, or it was revoked before.", de: "Diesen Schlüssel gibt es nicht, oder er ist schon widerrufen.",
            fr: "Cette clé n’existe pas, ou elle est déjà révoquée.", es: "No existe esa clave, o ya se revocó.")
    }

    private static func incomplete(_ reader: Reader) -> String {
        reader.presentation.locale.phrase(
            "Give the key a name, and choose what it may do.", de: "Geben Sie dem Schlüssel einen Namen, und wählen Sie, was er darf.",
            fr: "Donnez un nom à la clé et choisissez ce qu’elle permet.", es: "Dé un nombre a la clave y elija qué puede hacer.")
    }
}

extension KeysPage.Key {
    fileprivate init(_ key: APIKey, at time: Timestamp) {
        let state: State =
            if let revocation = key.revocation {
                .revoked(revocation.day)
            } else if let expiry = key.expiry {
                expiry > time ? .until(expiry.day) : .expired(expiry.day)
            } else {
                .untilRevoked
            }
        self.init(id: key.id, name: key.name, scopes: key.scopes.map(\.description), lastUse: key.lastUse, state: state)
    }
}
