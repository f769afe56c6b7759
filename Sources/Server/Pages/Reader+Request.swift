import Charts
import Dashboard
import HTTPTypes
import Hummingbird
import Reports

extension Reader {
    /// Makes the reader of a page out of what a request says about them: `locale` and `currency` of the query, then the settings that
    /// were made before, then the languages of the browser.
    init(_ request: Request, _ reader: inout QueryReader) {
        let (locale, currency) = (reader.value(.locale), reader.value(.currency))
        self.init(request, locale: locale, currency: currency)
    }

    /// Makes the reader of a page about a query that cannot be read.
    init(_ request: Request) { self.init(request, locale: nil, currency: nil) }

    private init(_ request: Request, locale: Locale?, currency: Currency?) {
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
    }

    /// What decides a page besides what it is about.
    var identity: [String] {
        [presentation.locale.identifier, presentation.currency.code, appearance?.rawValue ?? "", origin, address]
    }

    enum Setting {
        static let appearance = "appearance"
        static let locale = "locale"
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
