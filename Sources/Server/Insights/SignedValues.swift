import Drawing
import Rendering
import Reports
import Signing

/// The figures that a picture carries together with its words, as they are signed: whoever changes a figure, the period, the revision, the
/// title or what is said of it breaks the signature. The drawing itself is not signed, and neither is a description of more than 10,000
/// bytes, which not every file keeps whole.
struct SignedValues {
    let record: String
    let title: String
    let summary: String

    private static let summaryLimit = 10_000

    func record(signedWith keys: KeyRing) -> String {
        record.isEmpty ? "" : EmbeddedValues.signed(record, with: keys.signature(ofFigures: text(of: record)))
    }

    /// Whether the signature in the record holds.
    ///
    /// - Parameter isNamed: whether the record, read as JSON, has a signature somewhere.
    func state(among keys: KeyRing?, isNamed: Bool) -> SignatureState {
        guard isNamed else { return .none }
        guard let (record, signature) = EmbeddedValues.unsigned(record) else { return .invalid }
        return keys?.state(of: signature, ofFigures: text(of: record)) ?? .unknownKey
    }

    private func text(of record: String) -> String {
        let (title, summary) = (title.printable, summary.printable)
        return [record, title, summary.utf8.count > Self.summaryLimit ? "" : summary].joined(separator: "\n")
    }
}
