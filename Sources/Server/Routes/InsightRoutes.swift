import Caching
import Hummingbird
import NIOCore
import Purchases
import Reports
import Signing
import Storage
import Synchronization
import Typography

/// `/api/users/{id}/metrics` and every other insight, in every representation.
final class InsightRoutes: Sendable {
    /// A request that was read, and where its answer is.
    private struct Plan: Sendable {
        let request: InsightRequest
        let address: ResourceAddress

        /// The day for which it was read.
        var today: CalendarDate? { request.subject.today }
    }

    private let store: any PurchaseStore
    private let typesetter: Typesetter
    private let slots: RenderingSlots
    private let contents: ContentCache
    private let answers: AnswerMemory
    private let build: String
    private let figureKeys: KeyRing?
    private let today: @Sendable () -> CalendarDate?
    /// What was read of the requests that came last, by their path and query.
    private let plans = Mutex(LRUCache<ExactText, Plan>(capacity: 4 << 20))

    init(
        store: any PurchaseStore, typesetter: Typesetter, slots: RenderingSlots, contents: ContentCache, answers: AnswerMemory,
        build: String, today: @escaping @Sendable () -> CalendarDate?, figureKeys: KeyRing?
    ) {
        self.store = store
        self.typesetter = typesetter
        self.slots = slots
        self.contents = contents
        self.answers = answers
        // Another key makes other bytes.
        self.build = ([build] + (figureKeys.map { [$0.signature(ofFigures: "")] } ?? [])).joined(separator: " ")
        self.figureKeys = figureKeys
        self.today = today
    }

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        Dictionary(
            uniqueKeysWithValues: Insight.allCases.map { insight in
                let make: ResourceMaker = { [self] request, context in
                    try await resource(for: plan(insight, request, context))
                }
                return (insight.rawValue, make)
            }
        )
    }

    private func plan(_ insight: Insight, _ request: Request, _ context: ServerContext) throws -> Plan {
        let key = ExactText(request.uri.string)
        let today = today()
        if let plan = plans.withLock({ $0.value(for: key) }), plan.today == today { return plan }
        let user = UserID(rawValue: try context.pathParameter("id"))
        let query = request.query
        let insightRequest = try InsightRequest(insight, of: user, query: query, today: today)
        let plan = Plan(
            request: insightRequest,
            address: ResourceAddress(
                path: "/api/users/\(user.rawValue.percentEncoded)/\(insight.rawValue)", query: query,
                representations: Representation.ofInsights,
                identity: [build] + insightRequest.identity
            )
        )
        // A plan takes about ten times its address, links and all.
        plans.withLock { $0.insert(plan, for: key, cost: key.value.utf8.count * 10 + 1_024) }
        return plan
    }

    private func resource(for plan: Plan) async throws -> Resource {
        let request = plan.request
        let user = request.subject.user
        let revision = try await store.revision(of: user)
        let everyone = request.question.needsStatistics ? try await store.revision() : nil
        let version = everyone.map { revision.combined(with: $0) } ?? revision
        // Whether there is such a thing is for HEAD to say, too.
        if case .priceHistory = request.question { try request.question.checkItem(in: try await store.purchases(of: user, at: revision)) }
        return Resource(
            address: plan.address, revision: version,
            fileName: request.isDownload ? request.subject.fileName(of: request.insight.rawValue) : nil, cache: contents,
            // What depends on all shoppers is out of date without any change to this one.
            answers: everyone == nil ? (answers, user, plan.today) : nil
        ) { [self] representation in
            let history = try await store.purchases(of: user, at: revision)
            let statistics = if let everyone { try await store.statistics(at: everyone) } else { ShopStatistics.none }
            return try await slots.run { [typesetter, figureKeys] in
                Resource.Content(
                    body: ByteBuffer(
                        bytes: try request.bytes(
                            as: representation, from: history, among: statistics, revision: version, signedWith: figureKeys,
                            typesetter: typesetter)))
            }
        }
    }
}
