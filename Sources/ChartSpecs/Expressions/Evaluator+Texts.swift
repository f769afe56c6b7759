extension Evaluator {
    mutating func textMethod(_ text: String, _ name: String, _ arguments: [RuntimeValue]) throws(Failure) -> RuntimeValue {
        let first = arguments.first ?? .undefined
        let characters = Array(text)
        switch name {
        case "toString", "valueOf", "toLocaleString": return .string(text)
        case "toUpperCase": return try string(text.uppercased())
        case "toLowerCase": return try string(text.lowercased())
        case "trim": return .string(String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()))
        case "includes": return .boolean(text.contains(first.text))
        case "startsWith": return .boolean(text.hasPrefix(first.text))
        case "endsWith": return .boolean(text.hasSuffix(first.text))
        case "indexOf":
            return .number(text.firstRange(of: first.text).map { Double(text.distance(from: text.startIndex, to: $0.lowerBound)) } ?? -1)
        case "charAt":
            let index = first.integer32
            return .string(index >= 0 && index < characters.count ? String(characters[Int(index)]) : "")
        case "slice", "substring", "substr":
            let range = Self.range(arguments, count: characters.count, name)
            return .string(String(characters[range]))
        case "concat": return try string(text + arguments.map(\.text).joined())
        case "repeat":
            let count = first.integer32
            guard count >= 0, Int(count) * text.utf8.count <= Self.sizeLimit else { throw Failure("repeats a text too often") }
            return try string(String(repeating: text, count: Int(count)))
        case "padStart", "padEnd":
            let length = min(Int(first.integer32), 1_000)
            let pad = arguments.count > 1 ? arguments[1].text : " "
            guard length > characters.count, !pad.isEmpty else { return .string(text) }
            let fill = String(String(repeating: pad, count: length - characters.count).prefix(length - characters.count))
            return try string(name == "padStart" ? fill + text : text + fill)
        case "split":
            guard first != .undefined else { return .list([.string(text)]) }
            let separator = first.text
            if case .pattern = first { throw Failure("texts are split by texts alone here") }
            if separator.isEmpty { return try list(characters.map { .string(String($0)) }) }
            var (parts, rest): ([RuntimeValue], Substring) = ([], text[...])
            while let range = rest.firstRange(of: separator) {
                parts.append(.string(String(rest[..<range.lowerBound])))
                rest = rest[range.upperBound...]
                try step()
            }
            return try list(parts + [.string(String(rest))])
        case "replace", "replaceAll":
            guard arguments.count > 1 else { return .string(text) }
            if case .closure = arguments[1] { throw Failure("replacements are texts alone here") }
            let pattern: TextPattern
            if case .pattern(let given) = first {
                pattern = given
            } else {
                guard !first.text.isEmpty else { return .string(text) }
                pattern = .text(first.text, all: name == "replaceAll", ignoresCase: false)
            }
            guard text.utf8.count * max(arguments[1].text.utf8.count, 1) <= Self.sizeLimit * 10 else {
                throw Failure("makes a text that is too long")
            }
            return try string(pattern.replacing(in: text, with: arguments[1].text))
        default: throw Failure("texts have no \(name.quotedShort) here")
        }
    }

    /// Returns the part that two numbers mean, counted from the end where they are negative.
    private static func range(_ arguments: [RuntimeValue], count: Int, _ name: String) -> Range<Int> {
        func place(_ index: Int, _ otherwise: Int) -> Int {
            guard arguments.indices.contains(index), arguments[index] != .undefined else { return otherwise }
            let number = arguments[index].number
            guard number.isFinite else { return number > 0 ? count : 0 }
            let whole = Int(max(min(number, 1e9), -1e9))
            return whole < 0 ? (name == "substring" ? 0 : max(count + whole, 0)) : min(whole, count)
        }
        let start = place(0, 0)
        let end = name == "substr" && arguments.count > 1 ? min(start + max(Int(arguments[1].integer32), 0), count) : place(1, count)
        if name == "substring", end < start { return end..<start }
        return start..<max(start, end)
    }

    mutating func listMethod(_ values: [RuntimeValue], _ name: String, _ arguments: [RuntimeValue]) throws(Failure) -> RuntimeValue {
        let first = arguments.first ?? .undefined
        switch name {
        case "join", "toString":
            return try string(
                values.map { $0 == .null || $0 == .undefined ? "" : $0.text }.joined(
                    separator: name == "join" && first != .undefined ? first.text : ","))
        case "includes": return .boolean(values.contains(first))
        case "indexOf": return .number(Double(values.firstIndex(of: first) ?? -1))
        case "lastIndexOf": return .number(Double(values.lastIndex(of: first) ?? -1))
        case "slice": return try list(Array(values[Self.range(arguments, count: values.count, name)]))
        case "reverse": return try list(values.reversed())
        case "concat":
            return try list(values + arguments.flatMap { if case .list(let more) = $0 { more } else { [$0] } })
        case "flat": return try list(values.flatMap { if case .list(let more) = $0 { more } else { [$0] } })
        case "reduce":
            var rest = values[...]
            guard var result = arguments.count > 1 ? arguments[1] : rest.popFirst() else {
                throw Failure("an empty list has nothing to reduce")
            }
            let offset = values.count - rest.count
            for (index, value) in rest.enumerated() {
                result = try apply(first, [result, value, .number(Double(index + offset)), .list(values)])
            }
            return result
        case "map", "filter", "find", "some", "every", "findIndex":
            var results: [RuntimeValue] = []
            for (index, value) in values.enumerated() {
                let result = try apply(first, [value, .number(Double(index))])
                switch name {
                case "map": results.append(result)
                case "filter": if result.isTrue { results.append(value) }
                case "find": if result.isTrue { return value }
                case "findIndex": if result.isTrue { return .number(Double(index)) }
                case "some": if result.isTrue { return .boolean(true) }
                default: if !result.isTrue { return .boolean(false) }
                }
            }
            switch name {
            case "find": return .undefined
            case "findIndex": return .number(-1)
            case "some": return .boolean(false)
            case "every": return .boolean(true)
            default: return try list(results)
            }
        default: throw Failure("lists have no \(name.quotedShort) here")
        }
    }
}
