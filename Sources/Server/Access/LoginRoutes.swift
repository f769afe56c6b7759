import Access
import Dashboard
import HTTPTypes
import Hummingbird
import NIOPosix
import Purchases
import Storage
import Synchronization

/// `/login`, `/logout` and `/account`: how people say who they are.
struct LoginRoutes: Sendable {
    let access: AccessControl
    let responder: PageResponder

    func add(to routes: Routes) {
        guard access.settings.mode == .login else { return }
        responder.add("login", to: routes, [.get: { request, context in try form(request, context) }, .post: signIn])
        responder.add("logout", to: routes, [.post: signOut])
        responder.add("account", to: routes, [.get: { request, context in try account(request, context) }, .post: changePassword])
    }

    private func form(_ request: Request, _ context: ServerContext) throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let back = query.value(.ownAddress) ?? "/"
        let reader = Reader(request, context, &query)
        try query.finish()
        return responder.page(responder.pages.html(of: LoginPage(back: back, for: reader)))
    }

    @Sendable private func signIn(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request).droppingEmptyValues())
        let back = form.value(.ownAddress) ?? "/"
        let name = form.value(Parameter<String>.text("name", upTo: 100)) ?? ""
        let password = form.value(Parameter<String>.text("password", upTo: 1_000)) ?? ""
        try form.finish()
        var reader = Reader(request, context)
        reader.address = "/login"
        switch try await access.signIn(as: name, password: password, from: context.caller.client) {
        case .session(let text):
            var answer = Answer.redirect(to: back)
            answer.headers[.setCookie] = SessionCookie.field(text, isSecure: access.settings.isSecure)
            answer.headers[.cacheControl] = "no-store"
            return answer
        case .wrong:
            let page = LoginPage(.wrong, back: back, name: name, for: reader)
            return responder.page(responder.pages.html(of: page), status: .forbidden)
        case .wait(let seconds):
            let page = LoginPage(.wait(seconds: seconds), back: back, name: name, for: reader)
            var answer = responder.page(responder.pages.html(of: page), status: .tooManyRequests)
            answer.headers[.retryAfter] = String(seconds)
            return answer
        }
    }

    @Sendable private func signOut(_ request: Request, _ context: ServerContext) async throws -> Answer {
        try await access.signOut(request.head)
        var answer = Answer.redirect(to: "/login")
        answer.headers[.setCookie] = SessionCookie.field(nil, isSecure: access.settings.isSecure)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    private func account(_ request: Request, _ context: ServerContext) throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, context, &query)
        try query.finish()
        return try page(of: context.principal, nil, for: reader)
    }

    private func page(
        of principal: Principal, _ outcome: AccountPage.Outcome?, for reader: Reader, status: HTTPResponse.Status = .ok
    ) throws -> Answer {
        let description = try AccountPage.Description(principal)
        return responder.page(responder.pages.html(of: AccountPage(description, outcome, for: reader)), status: status)
    }

    @Sendable private func changePassword(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request).droppingEmptyValues())
        _ = form.value(Parameter<String>.text("name", upTo: 100))
        let current = form.value(Parameter<String>.text("current", upTo: 1_000)) ?? ""
        let new = form.value(Parameter<String>.text("new", upTo: 1_000)) ?? ""
        try form.finish()
        guard case .account(let name) = context.principal.identity else { throw Problem.forbidden }
        var reader = Reader(request, context)
        reader.address = "/account"
        do {
            try PasswordRule.check(new)
        } catch {
            let outcome = AccountPage.Outcome.shortPassword(minimum: PasswordRule.minimumLength)
            return try page(of: context.principal, outcome, for: reader, status: .unprocessableContent)
        }
        switch try await access.signIn(as: name, password: current, changingTo: new, from: context.caller.client) {
        case .session(let text):
            var answer = try page(of: context.principal, .passwordChanged, for: reader)
            answer.headers[.setCookie] = SessionCookie.field(text, isSecure: access.settings.isSecure)
            return answer
        case .wrong: return try page(of: context.principal, .wrongPassword, for: reader, status: .forbidden)
        case .wait(let seconds): return try page(of: context.principal, .wait(seconds: seconds), for: reader, status: .tooManyRequests)
        }
    }
}

extension AccountPage.Description {
    /// - Throws: `Problem` for who has no account.
    fileprivate init(_ principal: Principal) throws(Problem) {
        let name: String
        var isOwn = false
        switch principal.identity {
        case .account(let text): (name, isOwn) = (text, true)
        case .proxyUser(let text), .token(let text): name = text
        case .nobody, .everybody, .key, .link: throw .forbidden
        }
        let role: Role =
            switch principal.role {
            case .admin: .admin
            case .analyst: .analyst
            case .shopper, nil: .shopper
            }
        self.init(
            name: name, role: role, shopper: principal.ownShopper?.rawValue, canChangePassword: isOwn,
            mayManageKeys: principal.role == .admin)
    }
}

extension AccessControl {
    /// What came of an attempt to sign in.
    enum SignIn: Sendable {
        /// What the browser's cookie is to say.
        case session(String)
        case wrong
        case wait(seconds: Int)
    }

    /// Checks a password and begins a session; an unknown name costs the same time.
    ///
    /// - Parameter new: the password that takes the place of this one; all other sessions end with it.
    func signIn(
        as name: String, password: String, changingTo new: String? = nil, from client: IPAddress?
    ) async throws -> SignIn {
        let accountName = AccountName(name)
        var subjects = accountName.map { ["name \($0.text)"] } ?? []
        if let client { subjects.append("address \(client.client)") }
        let wait = attempts.withLock { attempts in
            let wait = attempts.wait(of: subjects, at: seconds())
            if wait == 0 { attempts.begin(subjects, at: seconds()) }
            return wait
        }
        guard wait == 0 else { return .wait(seconds: Int(wait.rounded(.up))) }
        var account: Account?
        if let accountName { account = try await store.account(accountName) }
        let hash = account?.password ?? .decoy()
        // 128 MB each, so one after the other.
        let isRight = try await hashing.run(weight: 1) { try hash.matches(password) }
        guard isRight, let account, !account.isLocked else { return .wrong }
        attempts.withLock { $0.succeed(subjects) }
        var generator = SystemRandomNumberGenerator()
        if let new {
            let hash = try await hashing.run(weight: 1) {
                var generator = SystemRandomNumberGenerator()
                return try PasswordHash(of: new, using: &generator)
            }
            guard try await store.setPassword(hash, of: account.name) else { return .wrong }
            forget()
        }
        let (session, text) = Session.make(for: account.name, at: now(), using: &generator)
        try await store.addSession(session, at: now())
        return .session(text)
    }

    /// Ends the session that a request shows.
    func signOut(_ request: HTTPRequest) async throws {
        guard let text = SessionCookie.value(in: request.headerFields, isSecure: settings.isSecure), let digest = Session.digest(of: text)
        else { return }
        try await store.endSession(digest)
        forget()
    }
}
