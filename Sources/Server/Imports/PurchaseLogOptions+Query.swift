import LogReading
import Reports
import Storage

extension PurchaseLog.Options {
    /// Reads the options of the command line, with underscores for hyphens.
    init(_ reader: inout QueryReader) {
        self.init()
        for option in LogOption.allCases {
            let values: [String] =
                option.mayRepeat
                ? reader.values(Parameter<String>.text(option.parameter, upTo: 300), atMost: 40)
                : reader.value(Parameter<String>.text(option.parameter, upTo: 100)).map { [$0] } ?? []
            for value in values {
                do { try take(option, value) } catch { reader.refuse(option.parameter, error.explanation) }
            }
        }
        takesLikelier = reader.value(.switch("yes")) ?? false
    }
}

extension PurchaseLogError {
    /// What is wrong with an option, without its name.
    fileprivate var explanation: String {
        if case .unreadableOption(_, let value, let explanation) = self { return "\(value.quoted) \(explanation)" }
        return "\(self)"
    }
}

extension ImportSettings {
    /// Reads `dry_run`, and `replace` or `add`.
    init(_ reader: inout QueryReader) {
        self.init(isRehearsal: reader.value(.switch("dry_run")) ?? false)
        let (replaces, adds) = (reader.value(.switch("replace")) ?? false, reader.value(.switch("add")) ?? false)
        if replaces, adds { reader.refuse("add", "keeps what 'replace' takes away: give one of the two") }
        if replaces { rule = .replace } else if adds { rule = .add }
    }
}

extension Parameter<Bool> {
    /// A word for yes or no.
    fileprivate static func `switch`(_ name: String) -> Parameter {
        .choice(name, among: ["1": true, "true": true, "0": false, "false": false])
    }
}
