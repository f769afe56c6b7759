import Hashing

/// What a golden file says beside what is so now.
struct Comparison {
    struct Line {
        let entry: Golden.Entry
        let digest: String

        init(_ entry: Golden.Entry) {
            self.entry = entry
            var hash = FNVHash()
            hash.combine(entry.text)
            let digits = String(hash.value, radix: 16)
            digest = String(repeating: "0", count: 16 - digits.count) + digits
        }

        var text: String { "\(entry.name)\t\(digest)\t\(entry.counts)" }
    }

    struct Change {
        let entry: Golden.Entry
        let digest: String
        /// Nil for what is not recorded at all.
        let recordedDigest: String?
        let recordedCounts: String
    }

    /// As they should be, in the order of the entries.
    let lines: [Line]
    /// What differs or is missing, in the order of the entries.
    let changes: [Change]
    /// Names of recorded lines for which there is no entry.
    let orphans: [String]
    let isEqual: Bool

    /// - Parameter recorded: the text of the file.
    init(recorded: String, _ entries: [Golden.Entry]) {
        let lines = entries.map(Line.init)
        let recordedLines = recorded.split(separator: "\n").map(String.init)
        let fields = recordedLines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let byName = Dictionary(fields.map { ($0[0], $0) }) { first, _ in first }
        self.lines = lines
        changes = lines.compactMap { line in
            let fields = byName[line.entry.name]
            guard fields?.joined(separator: "\t") != line.text else { return nil }
            return Change(
                entry: line.entry, digest: line.digest, recordedDigest: fields.map { $0.count > 1 ? $0[1] : "" },
                recordedCounts: fields.map { $0.count > 2 ? $0[2] : "" } ?? "")
        }
        let names = Set(entries.map(\.name))
        orphans = fields.map { $0[0] }.filter { !names.contains($0) }
        isEqual = recordedLines == lines.map(\.text)
    }
}
