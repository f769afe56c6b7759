/// Reads the members of an object, each once, and collects everything that is wrong with them.
///
///     var reader = MemberReader(json, at: "")
///     spec.title = reader.value("title", .text(upTo: 200), "What it is about.") ?? ""
///     reader.finish()
///
/// The same calls describe what may be there: what is read is what the schema says.
struct MemberReader {
    let value: ConfigValue
    /// Where the object is, as RFC 6901 writes it.
    let pointer: String
    private(set) var faults: [SpecFault] = []
    private var names: [String] = []
    private var required: [String] = []
    /// The schemas of the members; nil while a value is read.
    private var properties: [ConfigValue.Member]?

    /// More than anybody mends at once.
    static let faultLimit = 100

    init(_ value: ConfigValue, at pointer: String) {
        self.value = value
        self.pointer = pointer
        if case .object = value { return }
        refuse("is \(value.kind), not an object in braces")
    }

    private init(describing pointer: String) {
        (value, self.pointer, properties) = (.object([]), pointer, [])
    }

    /// Returns what a schema says of an object that is read so.
    ///
    /// - Parameter isOpen: whether other members are passed over, and not refused.
    static func schema(isOpen: Bool = false, _ read: (inout MemberReader) -> Void) -> ConfigValue {
        var reader = MemberReader(describing: "")
        read(&reader)
        var schema: ConfigValue = ["type": "object", "properties": .object(reader.properties ?? [])]
        if !reader.required.isEmpty { schema = schema.with("required", .array(reader.required.map { .string($0) })) }
        return isOpen ? schema : schema.with("additionalProperties", false)
    }

    /// Whether what may be there is being described, and nothing read.
    var isDescribing: Bool { properties != nil }

    // MARK: Members

    /// The member as it stands there, null included; nil where it is not.
    func raw(_ name: String) -> ConfigValue? { value.members.last { $0.name == name }?.value }

    func place(of name: String) -> String { "\(pointer)/\(name.replacing("~", with: "~0").replacing("/", with: "~1"))" }

    mutating func value<Value>(_ name: String, _ rule: MemberRule<Value>, _ words: String) -> Value? {
        note(name, rule.schema, words)
        guard let value = value[name] else { return nil }
        do { return try rule.read(value) } catch {
            refuse(name, error.reason)
            return nil
        }
    }

    mutating func required<Value>(_ name: String, _ rule: MemberRule<Value>, _ words: String) -> Value? {
        required.append(name)
        if value[name] == nil, !isDescribing, case .object = value { refuse(name, "is missing") }
        return value(name, rule, words)
    }

    /// Reads a member that is an object.
    ///
    /// - Parameter isOpen: whether it may have members that nobody reads.
    mutating func object<Value>(
        _ name: String, _ words: String, isOpen: Bool = false, _ read: (inout MemberReader) -> Value?
    ) -> Value? {
        if isDescribing { note(name, Self.schema(isOpen: isOpen) { _ = read(&$0) }, words) } else { names.append(name) }
        guard let value = value[name] else { return nil }
        return inner(value, at: place(of: name), isOpen: isOpen, read)
    }

    /// Reads a member that is a list of objects.
    ///
    /// - Parameter readers: for each kind of object, how it is read, and whether one is of that kind; the last is for all others.
    mutating func list<Value>(
        _ name: String, upTo limit: Int, _ words: String, isOpen: Bool = false,
        _ readers: [(isFor: (ConfigValue) -> Bool, read: (inout MemberReader) -> Value?)]
    ) -> [Value?]? {
        if isDescribing {
            let kinds = readers.map { reader in Self.schema(isOpen: isOpen) { _ = reader.read(&$0) } }
            let items = kinds.count == 1 ? kinds[0] : ["anyOf": .array(kinds)]
            note(name, ["type": "array", "items": items, "maxItems": .number(Double(limit))], words)
        } else {
            names.append(name)
        }
        guard let value = value[name] else { return nil }
        guard case .array(let elements) = value else {
            refuse(name, "is \(value.kind), not a list in brackets")
            return nil
        }
        if elements.count > limit { refuse(name, "has \(elements.count) elements; at most \(limit) are allowed") }
        return elements.prefix(limit).enumerated().map { index, element in
            guard let reader = readers.first(where: { $0.isFor(element) }) ?? readers.last else { return nil }
            return inner(element, at: "\(place(of: name))/\(index)", isOpen: isOpen, reader.read)
        }
    }

    private mutating func inner<Value>(
        _ value: ConfigValue, at pointer: String, isOpen: Bool, _ read: (inout MemberReader) -> Value?
    ) -> Value? {
        var reader = MemberReader(value, at: pointer)
        guard reader.faults.isEmpty else {
            faults += reader.faults
            return nil
        }
        let result = read(&reader)
        if !isOpen { reader.finish() }
        for fault in reader.faults { add(fault) }
        return result
    }

    private mutating func note(_ name: String, _ schema: ConfigValue, _ words: String) {
        names.append(name)
        guard isDescribing, properties?.contains(where: { $0.name == name }) != true else { return }
        let described = schema == true ? ["description": .string(words)] : schema.with("description", .string(words))
        properties?.append(.init(name, words.isEmpty ? schema : described))
    }

    // MARK: What is wrong

    mutating func refuse(_ name: String, _ reason: String) { add(SpecFault(place(of: name), reason)) }

    mutating func add(_ fault: SpecFault) {
        if faults.count < Self.faultLimit { faults.append(fault) }
    }

    private mutating func refuse(_ reason: String) { faults.append(SpecFault(pointer, reason)) }

    /// The members that nobody read.
    var unread: [String] { value.members.map(\.name).filter { !names.contains($0) } }

    /// Refuses members that nobody read.
    mutating func finish() {
        for name in unread {
            let near = names.first { $0.lowercased() == name.lowercased() || Self.isNear(name, $0) }
            refuse(
                String(name.prefix(60)),
                "is not known here; \(near.map { "did you mean '\($0)'?" } ?? "there are \(Set(names).sorted().joined(separator: ", "))")")
        }
    }

    /// Whether two names differ by one letter.
    private static func isNear(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard abs(a.count - b.count) <= 1, min(a.count, b.count) > 2 else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return start + end >= max(a.count, b.count) - 1
    }
}
