/// Reads an object of a body once, member by member, and collects everything that is wrong with it.
///
///     var reader = ObjectReader(body)
///     let name = reader.value(of: "item", .text(upTo: 200))
///     try reader.finish()
struct ObjectReader {
    private let pointer: String
    private let members: [String: SentJSON]
    private let isObject: Bool
    private var names: [String] = []
    private(set) var faults: [InvalidBody.Fault] = []

    /// - Parameter pointer: where the object is in the body.
    init(_ json: SentJSON, at pointer: String = "") {
        self.pointer = pointer
        if case .object(let members) = json {
            self.members = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
            isObject = true
        } else {
            members = [:]
            isObject = false
            faults = [InvalidBody.Fault(pointer: pointer, detail: "is \(json.kind), not an object in braces")]
        }
    }

    func has(_ name: String) -> Bool { members[name] != nil }

    /// Returns the member's value, or nil when it is absent or not readable; the latter is remembered.
    mutating func value<Value>(of name: String, _ value: BodyValue<Value>) -> Value? {
        names.append(name)
        guard let json = members[name] else { return nil }
        do {
            return try value.read(json)
        } catch {
            refuse(name, error.reason)
            return nil
        }
    }

    /// Returns the value of a member that may be null, which is told from one that is absent.
    mutating func value<Value>(of name: String, orNull value: BodyValue<Value>) -> Value?? {
        self.value(
            of: name,
            BodyValue<Value?>("\(value.expectation) or null") { json throws(Unreadable) in
                json == .null ? nil : try value.read(json)
            })
    }

    /// Returns the value of a member that has to be there.
    mutating func required<Value>(_ name: String, _ value: BodyValue<Value>) -> Value? {
        if isObject, members[name] == nil { refuse(name, "is missing; it has to be \(value.expectation)") }
        return self.value(of: name, value)
    }

    /// Returns what `read` makes of each object in a list that has to be there, as far as it is readable; of a longer list than is allowed,
    /// no more is looked at.
    mutating func objects<Value>(_ name: String, atMost limit: Int, _ read: (inout ObjectReader) -> Value?) -> [Value] {
        let elements = required(name, .elements) ?? []
        if elements.count > limit { refuse(name, "has \(elements.count) items; at most \(limit) are allowed") }
        return elements.prefix(limit).enumerated().compactMap { index, element in
            var reader = ObjectReader(element, at: "\(pointer)/\(name.pointerToken)/\(index)")
            let value = reader.isObject ? read(&reader) : nil
            faults += reader.allFaults
            return value
        }
    }

    mutating func refuse(_ name: String, _ detail: String) {
        faults.append(InvalidBody.Fault(pointer: "\(pointer)/\(name.pointerToken)", detail: detail))
    }

    /// Throws all that was wrong, members that nobody read included.
    func finish() throws(InvalidBody) {
        let faults = allFaults
        guard faults.isEmpty else { throw InvalidBody(faults) }
    }

    /// Of so many members a likely spelling is looked for.
    private static let unknownLimit = 20

    private var allFaults: [InvalidBody.Fault] {
        guard isObject else { return faults }
        let known = Set(names)
        let unknown = members.keys.filter { !known.contains($0) }.sorted()
        let more = unknown.count - Self.unknownLimit
        return faults
            + (more > 0 ? [InvalidBody.Fault(pointer: pointer, detail: "has \(more) more members that are not known here")] : [])
            + unknown.prefix(Self.unknownLimit).map { name in
                let nearest = name.nearest(among: names).map { "did you mean '\($0)'?" }
                let advice = nearest ?? "there are \(names.sorted().joined(separator: ", "))"
                return InvalidBody.Fault(
                    pointer: "\(pointer)/\(String(name.prefix(60)).pointerToken)", detail: "is not known here; \(advice)")
            }
    }
}

extension String {
    /// The text as a part of a JSON pointer (RFC 6901, section 3).
    fileprivate var pointerToken: String { replacing("~", with: "~0").replacing("/", with: "~1") }
}
