public import Charts
public import Reports

/// Who reads a page, as far as the page depends on it.
public struct Reader: Sendable {
    public var presentation: Presentation
    /// Nil for that of the reader's machine.
    public var appearance: Appearance?
    /// The path and the query of the page.
    public var address: String
    /// What stands before a path where there is no page, as in a mail: `https://charts.example.org`.
    public var origin: String
    /// What the query of the page says of the presentation, and therefore those of its neighbours say too.
    public var fields: [(name: String, value: String)]
    /// What the reader may do: a page shows no way to anything else.
    public var rights = Rights.all

    public init(
        presentation: Presentation = Presentation(), appearance: Appearance? = nil, address: String = "/",
        origin: String = "", fields: [(name: String, value: String)] = []
    ) {
        self.presentation = presentation
        self.appearance = appearance
        self.address = address
        self.origin = origin
        self.fields = fields
    }

    var locale: Locale { presentation.locale }

    /// What a reader may do, as far as pages offer it.
    public struct Rights: Hashable, Sendable {
        /// Find shoppers, and see the shop as a whole.
        public var seesShop: Bool
        public var imports: Bool
        /// Change and share the list of the shopper whom the page is about.
        public var editsList: Bool
        /// Make links to that shopper's pictures that need no login.
        public var signsLinks: Bool
        /// Draw charts of data of their own.
        public var drawsCharts: Bool
        /// Look at their account and sign out; where nobody signs in, nobody may.
        public var hasAccount: Bool

        public init(seesShop: Bool, imports: Bool, editsList: Bool, signsLinks: Bool, drawsCharts: Bool, hasAccount: Bool) {
            self.seesShop = seesShop
            self.imports = imports
            self.editsList = editsList
            self.signsLinks = signsLinks
            self.drawsCharts = drawsCharts
            self.hasAccount = hasAccount
        }

        /// Those of everybody on a server that is open.
        public static let all = Rights(
            seesShop: true, imports: true, editsList: true, signsLinks: true, drawsCharts: true, hasAccount: false)
        /// Those of somebody who is nobody here.
        public static let none = Rights(
            seesShop: false, imports: false, editsList: false, signsLinks: false, drawsCharts: false, hasAccount: false)

        /// What tells them apart, in a few letters.
        public var identity: String {
            String([seesShop, imports, editsList, signsLinks, drawsCharts, hasAccount].map { $0 ? "1" : "0" })
        }
    }
}
