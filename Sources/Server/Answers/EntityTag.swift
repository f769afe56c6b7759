import Hashing
import Storage

/// A strong validator: equal tags of one address promise equal bytes (RFC 9110, section 8.8.3).
struct EntityTag: Hashable, Sendable {
    /// As in `"00c5e1f3a9b04d72-91b8f4c07d3e2a65"`, quotes included.
    let text: String

    /// Makes the tag of what is known before anything is computed: the data's revision and all else that decides the bytes.
    init(_ revision: Revision, _ parts: [String]) {
        self.init(revision, Seed(parts))
    }

    private init(_ revision: Revision, _ seed: Seed) {
        self.init(text: "\"\(revision)-\(Revision(rawValue: seed.hash.value))\"")
    }

    private init(text: String) { self.text = text }

    /// Returns the tag of the same content in a coding.
    func coded(_ coding: ContentCoding) -> EntityTag { EntityTag(text: "\(text.dropLast())-\(coding.rawValue)\"") }

    /// Whether `If-Match` names this tag in whatever coding: who writes to what was read in gzip means the thing.
    func isNamedInAnyCoding(in ifMatch: [String]) -> Bool { isNamed(in: ifMatch) || coded(.gzip).isNamed(in: ifMatch) }

    /// What decides the bytes besides the data and the representation, hashed once for all of these.
    struct Seed: Hashable {
        fileprivate var hash = FNVHash()

        init(_ parts: [String]) {
            for part in parts { hash.combine(part) }
        }

        func tag(of representation: Representation, at revision: Revision) -> EntityTag {
            var seed = self
            seed.hash.combine(representation.rawValue)
            return EntityTag(revision, seed)
        }
    }

    /// Returns whether `If-None-Match` names this tag: one of a list, weak or strong, or `*`.
    func isNamed(in ifNoneMatch: [String]) -> Bool {
        // What most clients send is the tag itself.
        if ifNoneMatch.count == 1, ifNoneMatch[0] == text { return true }
        return ifNoneMatch.contains { value in
            if value.trimmingPrefix(while: \.isWhitespace).first == "*" { return true }
            // A tag may hold a comma, so it is the quotes that tell the tags of a list apart.
            let pieces = value.split(separator: "\"", omittingEmptySubsequences: false)
            return pieces.indices.contains { $0 % 2 == 1 && "\"\(pieces[$0])\"" == text }
        }
    }
}
