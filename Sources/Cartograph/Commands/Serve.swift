public import ArgumentParser
import Dashboard
import Hummingbird
import LogReading
public import Logging
import Mailing
import Purchases
import Reports
import Server
import ServiceLifecycle
import Storage
import Typography
import UnixSignals

struct Serve: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the API, the pictures and the dashboard.",
        usage: "cartograph serve --port 8080 --import purchases.csv"
    )
    static let options =
        DatabaseOptions.names + ReplicaOptions.names + MailLinkOptions.names + CartLinkOptions.names + AccessOptions.names
        + KeptChartOptions.names + [
            "host", "port", "currency", "import", "log-level", "log-format", "smtp", "smtp-certificates", "smtp-connections", "mail-from",
            "metrics-address",
        ]
    static let flags = SigningOptions.flags + KeptChartOptions.flags

    @Option(help: "The address to listen on; 0.0.0.0 for all.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = 8080

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var replica: ReplicaOptions
    @OptionGroup var links: MailLinkOptions
    @OptionGroup var cart: CartLinkOptions
    @OptionGroup var accessOptions: AccessOptions
    @OptionGroup var keptCharts: KeptChartOptions

    @Option(help: "What all sums in the database are in, an ISO 4217 code as in EUR: the name changes, the numbers stay.")
    var currency: String?

    @Option(name: .customLong("import"), parsing: .upToNextOption, help: ArgumentHelp("Purchase logs to read first.", valueName: "file"))
    var logs: [String] = []

    @Option(help: ArgumentHelp("The mail server that subscriptions are sent by, as in smtp://user:password@host:587.", valueName: "url"))
    var smtp: String?

    @Option(help: ArgumentHelp("Who writes the mails of subscriptions, as in 'Shop <shop@example.org>'.", valueName: "address"))
    var mailFrom: String?

    @Option(help: ArgumentHelp("Certificates to trust in place of the machine's, in PEM.", valueName: "file"))
    var smtpCertificates: String?

    @Option(help: ArgumentHelp("How many mails are made and sent at once, each by a connection of its own: 1 to 64.", valueName: "number"))
    var smtpConnections = 4

    @Option(
        help: ArgumentHelp(
            "Where /metrics is told to whoever asks, as in 127.0.0.1:9090; without it it is for admins, at the server's own address.",
            valueName: "host:port"))
    var metricsAddress: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.notice

    enum LogFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text for people, or json: an object a line, for programs that collect logs.")
    var logFormat = LogFormat.text

    func validate() throws {
        _ = try replica.replica(of: database.database)
        if let currency, Presentation.code(ofCurrency: currency) == nil {
            throw ValidationError("'\(currency)' is no currency: give a code of ISO 4217, as in EUR.")
        }
        guard (1...64).contains(smtpConnections) else {
            throw ValidationError("--smtp-connections: \(smtpConnections) is too few or too many: give a number from 1 to 64.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("\(port) is no port: give a number from 0 to 65535.") }
    }

    private func metricsPlace() throws -> (host: String, port: Int)? {
        guard let metricsAddress else { return nil }
        let colon = metricsAddress.lastIndex(of: ":")
        let host = colon.map { metricsAddress[..<$0].trimmingPrefix("[").description } ?? ""
        guard let colon, let port = Int(metricsAddress[metricsAddress.index(after: colon)...]), (0...65_535).contains(port), !host.isEmpty
        else { throw ValidationError("'\(metricsAddress)' is no address for metrics: give a host and a port, as in 127.0.0.1:9090.") }
        return (host.hasSuffix("]") ? String(host.dropLast()) : host, port)
    }

    func run() async throws {
        var logger =
            switch logFormat {
            case .text: Logger(label: "cartograph", factory: StreamLogHandler.standardError(label:))
            case .json: Logger(label: "cartograph") { _ in JSONLogHandler() }
            }
        logger.logLevel = logLevel
        let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders) { [logger] character in
            logger.warning("no font has a character", metadata: ["character": "\(character)"])
        }
        logger.info("fonts of this machine", metadata: ["files": "\(typesetter.machineFonts)"])
        let location = try database.database
        let base = try open(location, mayBeNew: true, replica: replica.replica(of: location)) { [logger] error in
            if let error {
                logger.warning("the database's copy is not asked", metadata: ["error": "\(String(reflecting: error))"])
            } else {
                logger.notice("the database's copy is asked again")
            }
        }
        let store = CachingPurchaseStore(base, revisionLifetime: .milliseconds(100))
        for log in logs { try await read(log, into: store) }
        if let code = currency.flatMap(Presentation.code) { try await store.keepCurrency(code) }

        var configuration = CartographServer.Configuration(build: BuildIdentifier.current())
        configuration.host = host
        configuration.port = port
        configuration.today = { CalendarDate.today() }
        configuration.base = try links.serverBase()
        configuration.cartLink = try cart.cartLink()
        configuration.keptCharts = keptCharts.limits
        configuration.sharesLivePictures = try accessOptions.sharesLivePictures(listeningOn: host)
        do { configuration.mailSender = try mailFrom.map { try Mailbox($0) } } catch { throw ValidationError("--mail-from: \(error)") }
        let signer = try await links.signing.signer(of: store, links: base)
        let recorder = SuggestionRecorder(store: base, logger: logger)
        if try links.signing.keepsDatabaseKey {
            logger.notice("links of the database's own key hold besides those of your keys; --retire-database-key ends them")
        }
        let access = try await accessOptions.control(of: base, listeningOn: host, base: configuration.base, logger)
        let server = CartographServer(
            store: store, lists: base, subscriptions: base, charts: base, signer: signer, figureKeys: try links.signing.givenRing(),
            suggest: BucketListSuggestions.recommending, suggestions: recorder, typesetter: typesetter,
            pages: try DashboardPages(), access: access, configuration: configuration, logger: logger
        )
        let application = server.application { address in Terminal.output("Cartograph is at \(address)") }
        var services: [any Service] = [recorder, application]
        if let (host, port) = try metricsPlace() {
            services.append(server.metricsApplication(host: host, port: port) { Terminal.output("Metrics are at \($0)/metrics") })
        }
        if let smtp {
            var mailServer: MailServer
            do { mailServer = try MailServer(smtp) } catch { throw ValidationError("\(error)") }
            mailServer.certificates = smtpCertificates
            let connections = MailConnections(to: mailServer)
            let dispatcher = server.mailDispatcher(connectionCount: smtpConnections) { message, claim in
                try await connections.deliver(message, claim: claim)
            }
            // What comes first is stopped last: a mail server that says nothing takes no time from requests that run.
            services.insert(MailDispatchService(dispatcher: dispatcher, connections: connections, logger: logger), at: 0)
        }
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
        )
        group.maximumGracefulShutdownDuration = configuration.gracefulShutdownLimit
        group.maximumCancellationDuration = configuration.cancellationLimit
        do {
            try await ServiceGroup(configuration: group).run()
        } catch  where CartographServer.isAddressInUse(error) {
            throw Failure("Port \(port) of \(host) is in use: stop the other program, or give another --port.")
        }
    }

    private func read(_ log: String, into store: any PurchaseStore) async throws {
        do {
            _ = try await LogImport(files: [log], options: PurchaseLog.Options(), store: store).run()
        } catch let error as PurchaseLogError {
            throw Failure("\(log): \(error)")
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
