/// A line of a message's head: a name and a body in printable ASCII.
///
/// There is no way to make one that holds a line break, so no value from outside can add a field of its own.
struct HeaderField: Hashable, Sendable {
    let name: String
    /// The words between which the line may be folded.
    private let words: [String]

    /// A field of atoms, as in `MIME-Version: 1.0`. What is not printable ASCII is left out.
    init(_ name: String, _ words: String...) { self.init(name, words: words) }

    init(_ name: String, words: [String]) {
        self.name = name
        self.words = words.map { String($0.filter { $0.isASCII && $0.asciiValue.map { (32...126).contains($0) } == true }) }
    }

    /// A field of text for people, as the subject (RFC 5322, section 2.2.1; RFC 2047).
    init(_ name: String, text: String) { self.init(name, words: EncodedWord.words(of: text)) }

    /// A field of addresses.
    init(_ name: String, _ mailboxes: [Mailbox]) {
        let words = mailboxes.enumerated().flatMap { index, mailbox in
            var words = mailbox.words
            if index + 1 < mailboxes.count { words[words.count - 1] += "," }
            return words
        }
        self.init(name, words: words)
    }

    /// The field with its end, folded where it is longer than 78 characters (RFC 5322, section 2.1.1).
    var bytes: [UInt8] {
        var line = "\(name):"
        var lines: [String] = []
        for word in words {
            if line.utf8.count + 1 + word.utf8.count > 78, line.last != ":" || !lines.isEmpty {
                lines.append(line)
                line = ""
            }
            line += " \(word)"
        }
        return Array((lines + [line]).joined(separator: "\r\n").utf8) + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
}
