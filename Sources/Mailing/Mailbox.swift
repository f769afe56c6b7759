/// Somebody who writes or receives mail, as in `Ada Lovelace <ada@example.org>`.
public struct Mailbox: Hashable, Sendable {
    /// Empty where only the address is known.
    public let name: String
    /// A dot-atom, an `@` and a domain, in ASCII (RFC 5321, section 4.1.2).
    public let address: String

    /// Makes the mailbox, or says what is wrong with it.
    ///
    /// - Throws: `MailboxError`, for a name with a line break or another control character too: it would end in a header.
    public init(name: String = "", address: String) throws(MailboxError) {
        guard name.utf8.count <= 200, !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .name(name)
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), address.utf8.count <= 254, Self.isDotAtom(parts[0]),
            Self.isDomain(parts[1])
        else { throw .address(address) }
        self.name = name
        self.address = address
    }

    /// Reads `ada@example.org`, `Ada Lovelace <ada@example.org>` or `"Lovelace, Ada" <ada@example.org>`.
    public init(_ text: String) throws(MailboxError) {
        let text = text.trimmed
        guard text.hasSuffix(">"), let start = text.lastIndex(of: "<") else {
            try self.init(address: text)
            return
        }
        var name = String(text[..<start]).trimmed
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
            name = String(name.dropFirst().dropLast()).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
        }
        try self.init(name: name, address: String(text[text.index(after: start)...].dropLast()))
    }

    /// The part after the `@`.
    public var domain: String { String(address.split(separator: "@")[1]) }

    /// As a header writes it.
    var words: [String] {
        guard !name.isEmpty else { return [address] }
        let isPlain = name.utf8.allSatisfy { (32...126).contains($0) } && !name.contains("=?") && name.utf8.count <= 60
        guard isPlain else { return EncodedWord.encoded(name) + ["<\(address)>"] }
        let isPhrase = name.allSatisfy { $0.isLetter || $0.isNumber || " -_'+".contains($0) }
        let quoted = "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        return [isPhrase ? name : quoted, "<\(address)>"]
    }

    /// The atoms of RFC 5322, section 3.2.3.
    private static func isDotAtom(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-/=?^_`{|}~".contains($0)) }
        }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }
}

/// Why a text is no mailbox.
public enum MailboxError: Error, Hashable, Sendable {
    case name(String)
    case address(String)
}

extension MailboxError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .name(let name):
            "the name '\(name.singleLine.prefix(60))' has a line break or is longer than 200 bytes; write it on one line"
        case .address(let address):
            "'\(address.singleLine.prefix(60))' is no mail address; write it as in ada@example.org, an international domain in ASCII"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
