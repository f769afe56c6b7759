import Foundation
import Rendering
import Reports
public import Signing

/// What a picture says of itself: its words, and the figures it carries when it is one of ours.
///
///     let inspection = try Inspection(bytes)
///     inspection.json
public struct Inspection: Sendable {
    /// The most bytes of a file that is looked into.
    public static let sizeLimit = 20 << 20

    /// The file is no PNG, SVG or PDF.
    public struct UnknownFormat: Error, Hashable, Sendable, CustomStringConvertible {
        public let description = "The file is no PNG, SVG or PDF. Send a picture as it was made."
    }

    /// An object of JSON, its members in the order of their names.
    public let json: [UInt8]

    /// Whether the picture carries figures.
    public let hasFigures: Bool

    /// Whether the figures are as they were signed; nil where there are none.
    public let signature: SignatureState?

    /// - Parameter keys: what verify signatures; nil where none is known.
    public init(_ bytes: [UInt8], verifiedWith keys: KeyRing? = nil) throws {
        guard let file = PictureFile(bytes) else { throw UnknownFormat() }
        let record = file.metadata.flatMap(Self.record)
        hasFigures = record != nil
        var members: [String: Any] = ["file": file.format.rawValue, "title": file.title, "description": file.summary]
        // What is missing is said, so that nobody takes an absent member for an old version of this answer.
        for name in ["insight", "user_id", "disclosure", "period", "revision", "currency", "filters"] {
            members[name] = record?[name] ?? NSNull()
        }
        members["figures"] =
            record.map { record in
                var figures: [String: Any] = [:]
                for name in ["columns", "rows", "omitted_rows"] { figures[name] = record[name] }
                return figures
            } ?? NSNull()
        let signed = SignedValues(record: file.metadata ?? "", title: file.title, summary: file.summary)
        signature = record.map { signed.state(among: keys, isNamed: $0[EmbeddedValues.signatureName] != nil) }
        members["signature"] = signature?.rawValue ?? NSNull()
        json = try Array(JSONSerialization.data(withJSONObject: members, options: [.sortedKeys, .withoutEscapingSlashes])) + [0x0A]
    }

    /// Returns the object in a record of ours; nil for any other text.
    private static func record(_ text: String) -> [String: Any]? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            object["format"] as? String == EmbeddedValues.format
        else { return nil }
        return object
    }
}
