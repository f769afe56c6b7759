import Charts

/// What can be asked of the server, for people who write programs.
public struct APIPage: Sendable {
    /// Operations about one subject.
    public struct Group: Sendable {
        let id: String
        let title: String
        let words: String
        let operations: [Operation]

        public init(title: String, words: String, operations: [Operation]) {
            id = title.replacing(" ", with: "-")
            self.title = title.prefix(1).uppercased() + title.dropFirst()
            self.words = words
            self.operations = operations
        }
    }

    /// One thing that can be asked.
    public struct Operation: Sendable {
        let method: String
        let path: String
        let summary: String
        let extensions: [String]
        let hasExtensions: Bool
        /// Media types of what is sent.
        let bodies: [String]
        let hasBody: Bool
        let parameters: [Parameter]
        let hasParameters: Bool
        let statuses: String
        let isOpen: Bool

        /// - Parameters:
        ///   - extensions: the representations that an extension of the path chooses.
        ///   - bodies: media types of what is sent along.
        ///   - statuses: of everything that may come back.
        ///   - isOpen: whether nobody is asked who they are.
        public init(
            method: String, path: String, summary: String, extensions: [String], bodies: [String], parameters: [Parameter],
            statuses: [String], isOpen: Bool
        ) {
            self.method = method
            self.path = path
            self.summary = summary
            self.extensions = extensions.map { ".\($0)" }
            hasExtensions = !extensions.isEmpty
            self.bodies = bodies
            hasBody = !bodies.isEmpty
            self.parameters = parameters
            hasParameters = !parameters.isEmpty
            self.statuses = statuses.joined(separator: ", ")
            self.isOpen = isOpen
        }
    }

    public struct Parameter: Sendable {
        let name: String
        let words: String
        /// What it may be, as in `light, dark` or `100…2000`.
        let values: String
        let isRepeatable: Bool

        public init(name: String, words: String, values: String, isRepeatable: Bool) {
            self.name = name
            self.words = words
            self.values = values
            self.isRepeatable = isRepeatable
        }
    }

    let frame: Frame
    let heading: String
    let explanation: String
    let groups: [Group]

    public init(_ groups: [Group], for reader: Reader) {
        let l = reader.locale
        heading = l.phrase("The API", de: "Die API", fr: "L’API", es: "La API")
        explanation = l.phrase(
            "Every figure has one path, and an extension for each of its forms. Programs read the same at",
            de: "Jede Zahl hat einen Pfad und für jede ihrer Formen eine Endung. Programme lesen dasselbe unter",
            fr: "Chaque chiffre a un chemin, et une extension pour chacune de ses formes. Les programmes lisent la même chose à",
            es: "Cada cifra tiene una ruta, y una extensión para cada una de sus formas. Los programas leen lo mismo en")
        self.groups = groups
        frame = Frame(heading, in: nil, for: reader)
    }
}
