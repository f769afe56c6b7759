import HTTPTypes
import Hummingbird
import NIOCore
import Purchases
import Storage

/// A thing with an address, a version and several representations, each made only if it is asked for.
struct Resource: Sendable {
    var address: ResourceAddress
    /// The version of the data, as it was looked up.
    var revision: Revision
    /// The name to save it under, without an extension; nil to show it.
    var fileName: String?
    /// How long others may keep it.
    var cacheControl = CacheControl.live
    /// What a version of the data is to clients, where that is more than the address says.
    var stamp: (@Sendable (Representation, Revision) async throws -> VersionedContent.Stamp)?
    /// The path that finished content is kept under; nil for what is not worth it.
    var keptPath: String?
    /// What was left out of a picture, which an answer says in `X-Chart-Warnings`.
    var warnings: [String] = []
    /// Whether there may be no such thing, which only making it tells.
    var mayBeMissing = false
    /// Whether a whole answer, once given, may be given again; nil for what depends on more than the address, such as who asks.
    var holds: (@Sendable () -> Bool)?
    var content: @Sendable (Representation) async throws -> VersionedContent.Content

    /// Returns the answer to who asks for it.
    ///
    /// - Parameter suffix: The extension of the path; nil to go by `Accept`.
    func answer(to request: Request, suffix: String?) throws(Problem) -> Answer {
        let representation = try representation(for: request, suffix: suffix)
        var headers: HTTPFields = [.contentType: representation.contentType]
        if suffix == nil { headers[.vary] = "Accept" }
        headers[.link] = address.links(from: suffix == nil ? nil : representation)
        headers.addPicturePolicies(for: representation, isLinked: address.isLinked)
        if let fileName { headers[.contentDisposition] = Attachment(name: "\(fileName).\(representation.rawValue)").disposition }
        headers = headers.warning(of: warnings)
        let (address, cacheControl, stamp, content) = (address, cacheControl, stamp, content)
        return Answer(
            headers: headers,
            body: .versioned(
                VersionedContent(
                    revision: revision,
                    stamp: { revision in
                        if let stamp { return try await stamp(representation, revision) }
                        return .init(tag: address.tag(of: representation, at: revision), cacheControl: cacheControl, version: revision)
                    },
                    key: keptPath.map { .init(path: $0, identity: address.identity, representation: representation) },
                    mayBeMissing: mayBeMissing, variesByAcceptance: suffix == nil, holds: holds,
                    pageAddress: { address.text(as: suffix.map { _ in representation }, query: $0) },
                    make: { try await content(representation) }
                )
            )
        )
    }

    private func representation(for request: Request, suffix: String?) throws(Problem) -> Representation {
        guard let suffix else {
            guard let best = Acceptance(request.headers[values: .accept]).best(of: address.representations) else {
                throw .notAcceptable(address.representations)
            }
            return best
        }
        guard let named = address.representations.first(where: { $0.rawValue == suffix }) else {
            throw .unknownRepresentation(suffix, of: address.representations)
        }
        return named
    }
}

extension HTTPFields {
    /// The most bytes of the field, since a longer one is refused on the way.
    private static let warningsLimit = 2_000

    /// Returns the fields with `X-Chart-Warnings`: printable ASCII alone, with a question mark for the rest.
    func warning(of warnings: [String]) -> HTTPFields {
        guard !warnings.isEmpty, let name = HTTPField.Name("X-Chart-Warnings") else { return self }
        let text = warnings.joined(separator: "; ").unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? Character($0) : "?" }
        var fields = self
        fields[name] = String(text.prefix(Self.warningsLimit))
        return fields
    }
}
