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
}
