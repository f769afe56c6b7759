import LogReading
import Reports

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
        takesLikelier = reader.value(Parameter<Bool>.choice("yes", among: ["1": true, "true": true, "0": false, "false": false])) ?? false
    }
}

extension PurchaseLogError {
    /// What is wrong with an option, without its name.
    fileprivate var explanation: String {
        if case .unreadableOption(_, let value, let explanation) = self { return "\(value.quoted) \(explanation)" }
        return "\(self)"
    }
}
