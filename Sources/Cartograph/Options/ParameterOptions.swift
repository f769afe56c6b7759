import ArgumentParser
import Reports

/// An option for each parameter of an insight, made of its description: whoever adds a parameter adds an option.
///
/// The parser finds options by reflection, so this type reflects as if each were a property.
struct ParameterOptions: ParsableArguments, CustomReflectable {
    private var options: [Option<String?>]

    init() {
        options = Insight.parameters.map { parameter in
            Option(
                name: .customLong(Self.name(of: parameter)), help: ArgumentHelp(stringLiteral: parameter.help),
                completion: parameter.completion)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        options = try Insight.parameters.map { try container.decode(Option<String?>.self, forKey: Key(stringValue: $0.name)) }
    }

    var customMirror: Mirror {
        Mirror(self, children: zip(Insight.parameters, options).map { Mirror.Child(label: "_\($0.name)", value: $1) })
    }

    static let names = Insight.parameters.map(name(of:))

    /// The options that were given, as fields of a query.
    var fields: [(name: String, value: String)] {
        zip(Insight.parameters, options).compactMap { parameter, option in option.wrappedValue.map { (parameter.name, $0) } }
    }

    private static func name(of parameter: InsightParameter) -> String { parameter.name.replacing("_", with: "-") }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension InsightParameter {
    /// What it is for, and the words among which it chooses.
    fileprivate var help: String {
        guard case .choice(let words) = kind else { return summary }
        return "\(summary) \(words.joined(separator: ", "))."
    }

    fileprivate var completion: CompletionKind? {
        guard case .choice(let words) = kind else { return nil }
        return .list(words)
    }
}
