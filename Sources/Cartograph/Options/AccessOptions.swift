public import ArgumentParser
import Access
import Foundation
import Logging
import Purchases
import Server
import Storage

/// Who may do what on a server.
struct AccessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            open (everybody may do everything), keys (programs with an API key, people by signed links) or login (people with an account \
            as well). By default open on an address of this machine alone, keys on any other.
            """, valueName: "mode")
    )
    var access: AccessMode?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Names that the server goes by besides localhost and that of --base.", valueName: "host"))
    var allowedHosts: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Proxies whose word is taken for where a request comes from, as in 10.0.0.0/8.", valueName: "addresses"))
    var trustedProxies: [String] = []

    @Option(help: ArgumentHelp("The field by which a trusted proxy names the account of who sends a request.", valueName: "field"))
    var userHeader: String?

    @Option(help: ArgumentHelp("Keys of an identity provider: a JWK set, whose tokens are taken.", valueName: "file"))
    var jwks: String?

    @Option(help: ArgumentHelp("Who has to have made such a token.", valueName: "issuer")) var issuer: String?
    @Option(help: ArgumentHelp("Whom such a token has to be for.", valueName: "audience")) var audience: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Sites whose pages may read figures and pictures, as in https://shop.example.org.", valueName: "origin"))
    var corsOrigins: [String] = []

    enum LivePictures: String, ExpressibleByArgument, CaseIterable { case `private`, `public` }

    @Option(
        help: ArgumentHelp(
            """
            private, or public: whether caches that many use may keep pictures for a minute. Public is for --access open behind a proxy \
            that decides who sees what.
            """, valueName: "who"))
    var livePictures = LivePictures.private

    @OptionGroup var limits: LimitOptions

    static let names =
        ["access", "allowed-hosts", "trusted-proxies", "user-header", "jwks", "issuer", "audience", "cors-origins", "live-pictures"]
        + LimitOptions.names

    /// Whether caches that many use may keep live pictures.
    ///
    /// - Throws: `ValidationError` where the server itself decides who sees them.
    func sharesLivePictures(listeningOn host: String) throws -> Bool {
        guard livePictures == .public else { return false }
        guard (access ?? .standard(listeningOn: host)) == .open else {
            throw ValidationError(
                "--live-pictures public needs --access open: with keys and accounts this server decides who sees a picture, and a cache "
                    + "would show it to others. Leave it out, or let the proxy before this server decide.")
        }
        return true
    }

    /// Makes what decides on a server, and says in the log what it will be.
    func control(
        of store: any AccessStore, listeningOn host: String, base: ServerBase?, _ logger: Logger
    ) async throws -> AccessControl {
        let mode = access ?? .standard(listeningOn: host)
        let ownHost = base.flatMap { URL(string: $0.text)?.host() }.map { $0.contains(":") ? "[\($0)]" : $0 }
        var settings: AccessControl.Settings
        do {
            settings = AccessControl.Settings(mode: mode, hosts: try HostRules((ownHost.map { [$0] } ?? []) + split(allowedHosts)))
            settings.origins = try CrossOriginRules(split(corsOrigins))
        } catch {
            throw ValidationError("\(error)")
        }
        settings.rate = limits.policy(in: mode, listeningOn: host)
        settings.costs = limits.costs
        settings.proxies = TrustedProxies(
            try split(trustedProxies).map { text in
                guard let range = AddressRange(text) else {
                    throw ValidationError("'\(text)' is no address of a proxy: give one such as 10.0.0.7, or 10.0.0.0/8 for many.")
                }
                return range
            })
        if userHeader != nil, trustedProxies.isEmpty {
            throw ValidationError("--user-header needs --trusted-proxies: whose word is it?")
        }
        settings.userHeader = userHeader
        settings.isSecure = base?.text.hasPrefix("https://") == true
        settings.tokens = try tokens()
        try await announce(mode, reachedAt: [host] + (ownHost.map { [$0] } ?? []), store, logger)
        return AccessControl(settings: settings, store: store) { Timestamp.now }
    }

    /// What comes from the environment comes in one text.
    private func split(_ texts: [String]) -> [String] {
        texts.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init) }
    }

    private func tokens() throws -> (TokenVerifier, @Sendable () async -> TokenKeys?)? {
        guard let jwks else {
            guard issuer == nil, audience == nil else {
                throw ValidationError("--issuer and --audience are of tokens: give --jwks as well.")
            }
            return nil
        }
        guard let issuer, let audience else { throw ValidationError("--jwks needs --issuer and --audience: whose tokens, and for whom?") }
        let keys: TokenKeys
        do { keys = try TokenKeys(json: InputBytes.read(jwks, upTo: 256 << 10)) } catch let error as TokenKeysError {
            throw ValidationError("'\(jwks)': \(error)")
        }
        return (TokenVerifier(rules: .init(issuer: issuer, audience: audience)), { keys })
    }

    /// - Parameter hosts: the address that is listened on, and the name by which a proxy may show the server to others.
    private func announce(_ mode: AccessMode, reachedAt hosts: [String], _ store: any AccessStore, _ logger: Logger) async throws {
        switch mode {
        case .open:
            guard let host = hosts.last(where: { AccessMode.standard(listeningOn: $0) != .open }) else { return }
            let remedy = access == nil ? "; say --access login or keys, or open to mean it" : ": --access open"
            logger.warning("everybody who reaches \(host) may do everything\(remedy)")
        case .keys, .login:
            logger.notice("access", metadata: ["mode": "\(mode.rawValue)"])
            let (keys, accounts) = (try await store.keys(), try await store.accounts())
            if mode == .login, accounts.isEmpty {
                logger.warning("there is no account yet; make one: cartograph accounts add NAME --role admin")
            }
            if mode == .keys, keys.isEmpty {
                logger.warning("there is no API key yet; make one: cartograph keys add NAME --scope read")
            }
        }
    }
}

extension AccessMode: ExpressibleByArgument {}
