extension PurchaseLog.Options {
    /// What was said of a log, to be kept and said again of the next one: a line for each option with its value, as in `decimal ,`.
    ///
    /// Limits are not part of it, nor is whether likelier answers are taken.
    public var text: String {
        answers.map { option, value in
            "\(option.rawValue) \(value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n"))"
        }.joined(separator: "\n")
    }

    /// Reads what `text` has written; nil where this version knows no such option, or takes no such value.
    public init?(text: String) {
        self.init()
        for line in text.split(separator: "\n") {
            guard let space = line.firstIndex(of: " "), let option = LogOption(rawValue: String(line[..<space])) else { return nil }
            do { try take(option, Self.unescaped(line[space...].dropFirst())) } catch { return nil }
        }
    }

    /// The options and their values as a person writes them.
    private var answers: [(LogOption, String)] {
        var answers: [(LogOption, String?)] = [
            (.encoding, encoding?.name), (.delimiter, delimiter.map { String(decoding: [$0], as: UTF8.self) }),
            (.quote, quote.map { $0.map { String(decoding: [$0], as: UTF8.self) } ?? "none" }), (.headerRow, headerRow.map(String.init)),
            (.decimal, decimal?.rawValue), (.currency, currency?.code), (.dateFormat, dateOrder?.pattern),
            (.spending, spending?.rawValue), (.sheet, sheet), (.profile, profile),
        ]
        answers += keep.map { (.keep, "\($0.column)=\($0.value)") }
        for field in PurchaseLog.Field.allCases {
            answers.append((.map, columns[field].map { "\(field.shortName)=\($0)" }))
            answers.append((.set, constants[field].map { "\(field.shortName)=\($0)" }))
        }
        answers += ignored.map { (.ignore, $0) }
        return answers.compactMap { option, value in value.map { (option, $0) } }
    }

    private static func unescaped(_ text: Substring) -> String {
        var (result, isEscape) = ("", false)
        for character in text {
            if isEscape {
                result.append(character == "n" ? "\n" : character)
                isEscape = false
            } else if character == "\\" {
                isEscape = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
