import Charts
import Dashboard
import HTTPTypes
import Hummingbird

/// `POST /settings`: how a reader wants pages, remembered by their browser.
struct SettingsRoutes: Sendable {
    let responder: PageResponder

    private static let year = 365 * 24 * 3600

    func add(to router: some RouterMethods<ServerContext>) {
        responder.add("settings", to: router, post: { request, context in try await change(request, context) })
    }

    private func change(_ request: Request, _ context: ServerContext) async throws -> Response {
        var form = QueryReader(try await context.form(of: request))
        let appearance = form.value(Parameter<String>.choice("appearance", among: ["auto": "", "light": "light", "dark": "dark"]))
        let locale = form.value(.locale)
        let back = form.value(.ownAddress)
        try form.finish()
        var response = Response.redirect(to: back ?? "/", type: .normal)
        if let appearance { response.setCookie(cookie(Reader.Setting.appearance, appearance)) }
        if let locale { response.setCookie(cookie(Reader.Setting.locale, locale.identifier)) }
        return response
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
