import Reports
import Charts
import Dashboard
import HTTPTypes
import Hummingbird

/// `POST /settings`: how a reader wants pages, remembered by their browser.
struct SettingsRoutes: Sendable {
    let responder: PageResponder

    private static let year = 365 * 24 * 3600

    func add(to routes: Routes) {
        responder.add("settings", to: routes, [.post: change])
    }

    @Sendable private func change(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request))
        let appearance = form.value(Parameter<String>.choice("appearance", among: ["auto": "", "light": "light", "dark": "dark"]))
        let locale = form.value(.locale)
        let back = form.value(.ownAddress)
        try form.finish()
        var answer = Answer.redirect(to: back ?? "/")
        if let appearance { answer.headers[values: .setCookie].append(cookie(Reader.Setting.appearance, appearance).description) }
        if let locale { answer.headers[values: .setCookie].append(cookie(Reader.Setting.locale, locale.identifier).description) }
        return answer
    }

    private func cookie(_ name: String, _ value: String) -> Cookie {
        Cookie(name: name, value: value, maxAge: value.isEmpty ? 0 : Self.year, path: "/", httpOnly: true, sameSite: .lax)
    }
}

extension Parameter<String> {
    /// The address of a page of this server, to go back to.
    static var ownAddress: Parameter {
        Parameter("back", .string) { text throws(Unreadable) in
            let isPath = text.hasPrefix("/") && !text.hasPrefix("//")
            guard isPath, text.utf8.count <= 4096, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
                throw Unreadable(text, isNot: "the address of a page here")
            }
            return text
        }
    }
}
