import Hummingbird
import NIOCore

extension CartographServer {
    /// Everything there is, by path. A new group of routes is a struct with `add(to:)` and a line here.
    func router(slots: RenderingSlots, answers: AnswerMemory) -> Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        let problemSlots = RenderingSlots(count: 1, waitingLimit: 16)
        router.addMiddleware {
            RequestLogMiddleware(metrics: metrics)
            CompressionMiddleware(capacity: configuration.compressedCacheLimit)
            ProblemMiddleware(typesetter: typesetter, slots: problemSlots)
            RequestLimitsMiddleware(
                addressLimit: configuration.addressLimit, bodyDeadline: TimeAmount(configuration.idleTimeout),
                bodyLimits: BodyLimits(byteCount: configuration.bodyLimit, time: configuration.bodyTimeout)
            )
            CrossSiteMiddleware()
        }
        HealthRoutes(store: store, slots: slots, build: configuration.build).add(to: router)
        OpenAPIRoutes(build: configuration.build).add(to: router)
        CatalogRoutes(store: store, build: configuration.build).add(to: router)
        let importer = LogImporter(
            store: store, slots: RenderingSlots(count: 1, waitingLimit: configuration.importWaitingLimit),
            sizeLimit: configuration.importSizeLimit, deadline: configuration.importDeadline
        )
        ImportRoutes(importer: importer).add(to: router)
        let purchases = PurchaseRoutes(store: store, slots: slots, build: configuration.build)
        let contents = ContentCache(capacity: configuration.contentCacheLimit)
        MetricsRoutes(metrics: metrics, slots: slots, contents: contents, typesetter: typesetter, build: configuration.build).add(
            to: router)
        let insights = InsightRoutes(
            store: store, typesetter: typesetter, slots: slots, contents: contents, answers: answers, build: configuration.build,
            today: configuration.today, figureKeys: figureKeys
        )
        let mailLinks = configuration.base.map { MailLinks(signer: signer, base: $0) }
        let reports = ReportRoutes(
            store: store, typesetter: typesetter, pages: pages, slots: slots, contents: contents, build: configuration.build,
            today: configuration.today, links: mailLinks
        )
        let bucketLists = BucketListRoutes(
            store: store, lists: lists, suggest: suggest, build: configuration.build, signer: signer
        )
        let signatures = SignatureRoutes(signer: signer)
        signatures.add(to: router)
        let reminders = ReminderRoutes(store: store, slots: slots, build: configuration.build)
        let makers = [purchases.makers, insights.makers, reports.makers, reminders.makers].reduce(into: [:]) { $0.merge($1) { $1 } }
        router.resources(
            below: "api/users/{id}", makers,
            [
                "bucket-list": bucketLists.answer, "signatures": signatures.answer,
                "subscriptions": SubscriptionRoutes(store: store, subscriptions: subscriptions, now: signer.now).answer,
            ])
        let responder = PageResponder(pages: pages, contents: contents, build: configuration.build)
        LinkRoutes(
            signer: signer, makers: makers, bucketLists: bucketLists,
            unsubscription: Unsubscription(signer: signer, subscriptions: subscriptions, responder: responder), typesetter: typesetter,
            slots: problemSlots
        ).add(to: router)
        MailRoutes(slots: slots, keys: signer.keys).add(to: router)
        ShopRoutes(store: store, typesetter: typesetter, slots: slots, contents: contents, build: configuration.build).add(to: router)
        addPages(to: router, responder: responder, slots: slots, contents: contents, importer: importer)
        return router
    }

    private func addPages(
        to router: Router<ServerContext>, responder: PageResponder, slots: RenderingSlots, contents: ContentCache, importer: LogImporter
    ) {
        let figures = FigureMaker(pages: pages, typesetter: typesetter, contents: contents, build: configuration.build)
        DashboardRoutes(store: store, slots: slots, responder: responder, figures: figures).add(to: router)
        ShopperRoutes(
            store: store, lists: lists, signer: signer, slots: slots, responder: responder, figures: figures,
            saved: SavedRoutes(store: store, lists: lists, signer: signer, responder: responder), base: configuration.base,
            today: configuration.today
        ).add(to: router)
        ImportPageRoutes(
            importer: importer, pending: PendingLogs(limit: configuration.pendingLogLimit, lifetime: configuration.pendingLogLifetime),
            responder: responder
        ).add(to: router)
        SettingsRoutes(responder: responder).add(to: router)
        AssetRoutes().add(to: router)
        EventRoutes(
            store: store, lists: lists, limit: configuration.eventStreamLimit, interval: configuration.eventInterval,
            heartbeat: configuration.eventHeartbeat
        ).add(to: router)
    }
}
