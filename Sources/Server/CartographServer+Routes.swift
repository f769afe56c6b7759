import Access
import Hummingbird
import NIOCore

extension CartographServer {
    /// Everything there is, by path. A new group of routes is a struct with `add(to:)` and a line here.
    var router: Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        let responder = PageResponder(pages: services.pages, build: services.build)
        router.addMiddleware {
            GateMiddleware(
                gate: gate, problems: services.problems, sender: services.sender, pages: responder,
                bodyDeadline: TimeAmount(configuration.idleTimeout),
                bodyLimits: BodyLimits(byteCount: configuration.bodyLimit, time: configuration.bodyTimeout),
                bodies: Seats(limit: max(1, configuration.connectionLimit / 2))
            )
        }
        let routes = Routes(router: router, sender: services.sender)
        let importer = LogImporter(
            store: services.store, admission: Admission(count: 1, waitingLimit: configuration.importWaitingLimit),
            sizeLimit: configuration.importSizeLimit, deadline: configuration.importDeadline, now: services.signer.now
        )
        HealthRoutes(services: services).add(to: routes)
        MetricsRoutes(services: services).add(to: routes)
        OpenAPIRoutes(build: services.build).add(to: routes)
        CatalogRoutes(services: services).add(to: routes)
        ShopRoutes(services: services).add(to: routes)
        SuggestionRoutes(services: services, responder: responder).add(to: routes)
        ImportRoutes(importer: importer).add(to: routes)
        MailRoutes(services: services).add(to: routes)
        PlotRoutes(services: services).add(to: routes)
        ChartConfigRoutes(services: services).add(to: routes)
        GrammarRoutes(services: services).add(to: routes)
        KeptChartRoutes(services: services).add(to: routes)
        addShoppers(to: routes, responder)
        addPages(to: routes, responder, importer)
        return router
    }

    private func addShoppers(to routes: Routes, _ responder: PageResponder) {
        let makers = [
            PurchaseRoutes(services: services).makers, InsightRoutes(services: services).makers, ReportRoutes(services: services).makers,
            ReminderRoutes(services: services).makers,
        ].reduce(into: [:]) { $0.merge($1) { $1 } }
        let bucketLists = BucketListRoutes(services: services)
        let signatures = SignatureRoutes(services: services)
        signatures.add(to: routes)
        routes.resources(
            below: "api/users/{id}", makers,
            [
                "bucket-list": bucketLists.handlers, "signatures": signatures.handlers,
                "subscriptions": SubscriptionRoutes(services: services).handlers,
            ])
        LinkRoutes(
            services: services, makers: makers, bucketLists: bucketLists,
            unsubscription: Unsubscription(services: services, responder: responder),
            listPages: SharedListPages(services: services, responder: responder)
        ).add(to: routes)
    }

    private func addPages(to routes: Routes, _ responder: PageResponder, _ importer: LogImporter) {
        let figures = FigureMaker(
            pages: services.pages, typesetter: services.typesetter, contents: services.contents, build: services.build)
        DashboardRoutes(services: services, responder: responder, figures: figures).add(to: routes)
        ShopperRoutes(
            services: services, responder: responder, figures: figures, saved: SavedRoutes(services: services, responder: responder)
        ).add(to: routes)
        ImportPageRoutes(
            importer: importer, pending: PendingLogs(limit: configuration.pendingLogLimit, lifetime: configuration.pendingLogLifetime),
            responder: responder
        ).add(to: routes)
        ChartPageRoutes(services: services, responder: responder, isOpen: gate.access.settings.mode == .open).add(to: routes)
        APIPageRoutes(responder: responder).add(to: routes)
        SettingsRoutes(responder: responder).add(to: routes)
        LoginRoutes(access: gate.access, responder: responder).add(to: routes)
        KeyRoutes(access: gate.access, responder: responder).add(to: routes)
        AssetRoutes().add(to: routes)
        EventRoutes(services: services).add(to: routes)
    }
}
