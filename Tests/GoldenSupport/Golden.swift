import Foundation
public import Testing

/// A file of lines, one for each text that must not change: its name, a digest and what it holds.
///
///     try Golden.lines(named: "scenes.txt").expect(entries)
///
/// The file lies in the folder `Goldens` beside the test. `GOLDENS=update` in the environment writes it anew, and the run fails all the
/// same, so that no run both writes and passes. A line that is missing, that differs or that nothing stands for fails.
///
/// A digest cannot be read, so whole texts are kept in `.build/goldens`: each under its name and digest, by every run that passes and by
/// the one that fails. A failure names both files and shows where they part.
public struct Golden {
    /// A text to compare.
    public struct Entry: Sendable {
        /// Without tabs and line breaks; no two of a file have the same.
        public var name: String
        /// What a reader of the file should see of the text, as in `texts 12 shapes 40`.
        public var counts: String
        public var text: String

        public init(_ name: String, counts: String, text: String) {
            self.name = name
            self.counts = counts
            self.text = text
        }
    }

    let file: URL
    /// Where whole texts are kept.
    let texts: URL

    /// - Parameter filePath: of the test, beside which the folder `Goldens` is.
    public static func lines(named name: String, beside filePath: String = #filePath) -> Golden {
        let folder = URL(filePath: filePath).deletingLastPathComponent()
        var root = folder
        while root.pathComponents.count > 1, !FileManager.default.fileExists(atPath: root.appending(path: "Package.swift").path()) {
            root.deleteLastPathComponent()
        }
        return Golden(
            file: folder.appending(path: "Goldens/\(name)"),
            texts: root.appending(path: ".build/goldens/\(folder.lastPathComponent)/\(name)"))
    }

    /// Expects the file to have a line for each entry, and no other.
    public func expect(_ entries: [Entry], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let isUpdating = ProcessInfo.processInfo.environment["GOLDENS"] == "update"
        for problem in try problems(with: entries, isUpdating: isUpdating) {
            Issue.record("\(problem)", sourceLocation: sourceLocation)
        }
    }

    /// Compares or, if `isUpdating`, writes the file.
    ///
    /// - Returns: what is to be reported; nothing only where the file says what the entries say.
    func problems(with entries: [Entry], isUpdating: Bool) throws -> [String] {
        let comparison = Comparison(recorded: (try? String(contentsOf: file, encoding: .utf8)) ?? "", entries)
        keep(comparison.lines)
        guard !comparison.isEqual else { return [] }
        guard isUpdating else {
            return comparison.changes.prefix(Self.mostShown).map(description) + [overview(of: comparison)]
        }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try comparison.lines.map { "\($0.text)\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
        return ["wrote \(file.path()): look at the difference, then run again without GOLDENS"]
    }

    private static let mostShown = 8

    /// A failure of one entry, with both files and where they part.
    private func description(of change: Comparison.Change) -> String {
        let actual = place(of: change.entry.name, change.digest)
        guard let recordedDigest = change.recordedDigest else {
            return "\(change.entry.name) has no line in \(file.path()); its text is in \(actual.path())"
        }
        let recorded = place(of: change.entry.name, recordedDigest)
        let header = "\(change.entry.name) differs from its line in \(file.path()): \(change.recordedCounts) became \(change.entry.counts)"
        guard let before = try? String(contentsOf: recorded, encoding: .utf8) else {
            return """
                \(header)
                actual:   \(actual.path())
                recorded: not here yet; `git stash && swift test --filter \(suite); git stash pop` keeps it, then run again
                """
        }
        return """
            \(header)
            compare:  diff '\(recorded.path())' '\(actual.path())'
            \(Self.difference(from: before, to: change.entry.text))
            """
    }

    private func overview(of comparison: Comparison) -> String {
        let changed = comparison.changes.map(\.entry.name)
        return (changed.isEmpty ? [] : ["\(changed.count) of \(comparison.lines.count) lines differ or are missing: \(Self.list(changed))"])
            .appending(comparison.orphans.isEmpty ? nil : "nothing stands for these lines: \(Self.list(comparison.orphans))")
            .appending(changed.isEmpty && comparison.orphans.isEmpty ? "the lines stand in another order" : nil)
            .appending("to accept: GOLDENS=update swift test --filter \(suite)")
            .joined(separator: "\n")
    }

    private var suite: String { texts.deletingLastPathComponent().lastPathComponent }

    private static func list(_ names: [String]) -> String {
        names.prefix(40).joined(separator: ", ") + (names.count > 40 ? " and \(names.count - 40) more" : "")
    }

    /// Returns the first lines that differ, as `diff` writes them.
    static func difference(from before: String, to after: String, most: Int = 24) -> String {
        let (old, new) = (before.split(separator: "\n").map(String.init), after.split(separator: "\n").map(String.init))
        let changes = new.difference(from: old).map { change in
            switch change {
            case .remove(let offset, let line, _): (offset: offset, isNew: 0, text: "- \(offset + 1): \(line)")
            case .insert(let offset, let line, _): (offset: offset, isNew: 1, text: "+ \(offset + 1): \(line)")
            }
        }.sorted { ($0.offset, $0.isNew) < ($1.offset, $1.isNew) }
        let rest = changes.count - most
        return changes.prefix(most).map(\.text).joined(separator: "\n") + (rest > 0 ? "\n… and \(rest) lines more" : "")
    }

    private func place(of name: String, _ digest: String) -> URL {
        texts.appending(path: "\(String(name.map { $0.isLetter || $0.isNumber || "-.".contains($0) ? $0 : "_" })).\(digest).txt")
    }

    /// Writes the texts that are not kept yet. Whoever has no folder for them still has the digests.
    private func keep(_ lines: [Comparison.Line]) {
        try? FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        let kept = Set((try? FileManager.default.contentsOfDirectory(atPath: texts.path())) ?? [])
        for line in lines {
            let place = place(of: line.entry.name, line.digest)
            if !kept.contains(place.lastPathComponent) { try? line.entry.text.write(to: place, atomically: true, encoding: .utf8) }
        }
    }
}

extension [String] {
    fileprivate func appending(_ element: String?) -> [String] { element.map { self + [$0] } ?? self }
}
