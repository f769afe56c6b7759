import Access
import Charts
import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Reports

extension Reader {
    /// Makes the reader of a page out of what a request says about them: `locale` and `currency` of the query, then the settings that
    /// were made before, then the languages of the browser.
    ///
    /// - Parameter user: whom the page is about; nil for one about nobody.
    init(_ request: Request, _ context: ServerContext, of user: UserID? = nil, _ reader: inout QueryReader) {
        let (locale, currency) = (reader.value(.locale), reader.value(.currency))
        self.init(request, context.principal, of: user, locale: locale, currency: currency)
    }

    /// Makes the reader of a page about a query that cannot be read.
    init(_ request: Request, _ context: ServerContext) { self.init(request, context.principal, of: nil, locale: nil, currency: nil) }

    private init(_ request: Request, _ principal: Principal, of user: UserID?, locale: Locale?, currency: Currency?) {
        let cookies = request.cookies
        let remembered = cookies[Setting.locale]?.value ?? ""
        var presentation = Presentation()
        presentation.locale =
            locale ?? Locale(identifier: remembered) ?? Locale(languages: request.headers[values: .acceptLanguage]) ?? presentation.locale
        if let currency { presentation.choose(currency) }
        let fields = [("locale", locale?.identifier), ("currency", currency?.code)]
        self.init(
            presentation: presentation, appearance: Appearance(rawValue: cookies[Setting.appearance]?.value ?? ""),
            address: request.uri.string, origin: request.origin,
            fields: fields.compactMap { name, value in value.map { (name, $0) } }
        )
        rights = Rights(principal, of: user)
    }

    /// What decides a page besides what it is about.
    var identity: [String] {
        [presentation.locale.identifier, presentation.currency.code, appearance?.rawValue ?? "", origin, address, rights.identity]
    }

    enum Setting {
        static let appearance = "appearance"
        static let locale = "locale"
    }
}

extension Reader.Rights {
    /// Makes those of somebody on a page about a shopper, or about nobody.
    fileprivate init(_ principal: Principal, of user: UserID?) {
        func may(_ action: Action, _ user: UserID?) -> Bool {
            if case .allowed = principal.verdict(on: action, of: user) { true } else { false }
        }
        self.init(
            seesShop: may(.shop, nil), imports: may(.import, nil), editsList: user.map { may(.lists, $0) } ?? false,
            signsLinks: user.map { may(.sign, $0) } ?? false, drawsCharts: may(.charts, nil), hasAccount: principal.isPerson
        )
    }
}

extension Request {
    /// What stands before the path in an address of this server, as the client wrote it.
    fileprivate var origin: String {
        let scheme = headers[.xForwardedProto].map { $0.lowercased() } == "https" ? "https" : "http"
        return "\(scheme)://\(head.authority ?? "localhost")"
    }
}

extension HTTPField.Name {
    fileprivate static let xForwardedProto = HTTPField.Name("X-Forwarded-Proto")!
}

extension Locale {
    /// Makes the locale of the language that a browser likes best among those that pages are written in (RFC 9110, section 12.5.4).
    init?(languages values: [String]) {
        var best: (locale: Locale, quality: Double)?
        for preference in Preference.all(in: values) where preference.quality > best?.quality ?? 0 {
            let tag = preference.name
            guard ["en", "de", "fr", "es"].contains(tag.prefix { $0 != "-" }.lowercased()),
                let locale = Locale(identifier: tag) ?? Locale(identifier: String(tag.prefix(2)))
            else { continue }
            best = (locale, preference.quality)
        }
        guard let best else { return nil }
        self = best.locale
    }
}
