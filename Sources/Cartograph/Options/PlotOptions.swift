import ArgumentParser
import Server

/// An option for each name that the query of `/plot` has, word for word.
///
/// The parser finds options by reflection, so this type reflects as if each were a property.
struct PlotOptions: ParsableArguments, CustomReflectable {
    private var options: [Option<[String]>]

    /// A file is saved, and not shown, as it is.
    private static let parameters = PlotRequest.parameters.filter { $0.name != "download" }

    init() {
        options = Self.parameters.map { parameter in
            Option(
                wrappedValue: [], name: .customLong(parameter.name),
                help: ArgumentHelp(stringLiteral: parameter.summary + (parameter.isRepeatable ? " May be given more than once." : "")))
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        options = try Self.parameters.map { try container.decode(Option<[String]>.self, forKey: Key(stringValue: $0.name)) }
    }

    var customMirror: Mirror {
        Mirror(self, children: zip(Self.parameters, options).map { Mirror.Child(label: "_\($0.name)", value: $1) })
    }

    static let names = parameters.map(\.name)

    /// The options that were given, as a query.
    var query: Query {
        Query(zip(Self.parameters, options).flatMap { parameter, option in option.wrappedValue.map { (parameter.name, $0) } })
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
