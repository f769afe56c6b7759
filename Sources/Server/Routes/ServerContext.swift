import Access
public import Hummingbird
import NIOCore
import Purchases

/// What a route knows besides the request.
public struct ServerContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// Who sent the request, as far as that is known.
    var caller = Caller.unknown
    /// What the request turned out to be to answer.
    let work = RequestWork()
    /// Whose data a signed link leads to, where one was followed.
    var grantedUser: UserID?
    /// The request's body, when it has one.
    var sentBody: SentBody?
    var bodyLimits = BodyLimits()

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    var principal: Principal { caller.principal }
    /// Whether the request came by a signed link, or from somebody who said who they are.
    var isEntitled: Bool { grantedUser != nil || principal.identity != .everybody && principal.identity != .nobody }

    /// Returns a part of the path, decoded; the router leaves it as it was sent.
    func pathParameter(_ name: String) throws -> String {
        if name == "id", let grantedUser { return grantedUser.rawValue }
        return try Self.decoded(try parameters.require(name))
    }

    /// Returns the parts of the path behind those that have names, decoded. None is left out: what is asked of a part must not be done
    /// to the whole.
    func catchAll() throws -> [String] { try parameters.getCatchAll().map { try Self.decoded($0) } }

    private static func decoded(_ part: some StringProtocol) throws(Problem) -> String {
        guard let text = String(percentEncoded: part) else {
            throw Problem(
                .badRequest, title: "The path cannot be read",
                detail: "The path is not percent-encoded UTF-8. Encode each part of it."
            )
        }
        return text
    }

    /// Does the work in a task that is cancelled when the client goes away.
    func whileClientWaits<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let departure = ClientDeparture.current
        let task = Task { try await work() }
        departure?.onDeparture { task.cancel() }
        defer { departure?.onDeparture(nil) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
