import CExpat

/// Reads XML by expat, one chunk after the other, and tells elements and their text.
final class XMLEvents {
    /// Called with an element's name without its prefix, and its attributes.
    var onStart: (String, [String: String]) -> Void = { _, _ in }
    var onEnd: (String) -> Void = { _ in }
    var onText: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
    private let parser: XML_Parser

    init() throws(PurchaseLogError) {
        guard let parser = XML_ParserCreate("UTF-8") else { throw .damagedArchive(reason: "expat could not be started") }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let events = XMLEvents.from(context), let name else { return }
                events.onStart(XMLEvents.local(name), XMLEvents.attributes(attributes))
            },
            { context, name in
                guard let events = XMLEvents.from(context), let name else { return }
                events.onEnd(XMLEvents.local(name))
            })
        XML_SetCharacterDataHandler(parser) { context, text, length in
            guard let events = XMLEvents.from(context), let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
                events.onText(UnsafeBufferPointer(start: $0, count: Int(length)))
            }
        }
        // A workbook declares no entities; one that does wants to grow.
        XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
            if let events = XMLEvents.from(context) { XML_StopParser(events.parser, XML_Bool(0)) }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads the next bytes.
    ///
    /// - Returns: whether they are XML.
    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        return XML_Parse(parser, text, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK
    }

    /// Reads a document whole.
    func parse(_ stream: ZipMember) throws(PurchaseLogError) {
        var chunk = [UInt8](repeating: 0, count: 32 << 10)
        while true {
            let count = try chunk.fill { chunk throws(PurchaseLogError) in try stream.read(into: chunk) }
            let isLast = count < chunk.count
            guard chunk.withUnsafeBytes({ parse(UnsafeRawBufferPointer(rebasing: $0[..<count]), isLast: isLast) }) else {
                throw .damagedArchive(reason: "its XML cannot be read")
            }
            if isLast { return }
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
        context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func local(_ name: UnsafePointer<CChar>) -> String {
        let name = String(cString: name)
        return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private static func attributes(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [String: String] {
        guard let pairs else { return [:] }
        var attributes: [String: String] = [:]
        var index = 0
        while let name = pairs[index], let value = pairs[index + 1] {
            attributes[local(name)] = String(cString: value)
            index += 2
        }
        return attributes
    }
}
