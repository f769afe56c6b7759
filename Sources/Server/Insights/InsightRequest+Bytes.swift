import Charts
import Drawing
public import Purchases
import Rendering
public import Reports
public import Signing
public import Storage
public import Typography

extension InsightRequest {
    /// Returns the answer in one of its representations. Equal arguments give equal bytes.
    ///
    /// - Parameters:
    ///   - history: All purchases of the subject's user, in order of date.
    ///   - everyone: What all shoppers bought, for a question that needs it.
    ///   - revision: Of the history, where it is known already.
    ///   - showing: Told of the report before it becomes bytes.
    ///   - keys: What sign the figures that a picture carries; nil to leave them unsigned.
    /// - Throws: `UnknownItem` where the question is about an item that the user never bought; for a representation that insights do not
    ///   come in; besides, `ChartError` or `RenderingError`, neither of which a request that was read can cause.
    public func bytes(
        as representation: Representation, from history: [Purchase], among everyone: ShopStatistics = .none, revision: Revision? = nil,
        signedWith keys: KeyRing? = nil, typesetter: Typesetter, showing: (any Report) -> Void = { _ in }
    ) throws -> [UInt8] {
        try question.checkItem(in: history)
        let selection = SelectedPurchases(subject, history)
        let report = question.report(on: selection, among: everyone)
        showing(report)
        // What came after the day that counts as today is not in the picture, so it does not change what the picture says of itself.
        let revision = subject.asOf.map { Revision(of: history, until: $0) } ?? revision
        func scene() throws -> Scene {
            try report.chart(presentation).scene(
                size: picture.size, theme: picture.theme, scale: picture.scale, margin: picture.margin, measuring: typesetter)
        }
        return switch representation {
        case .json where includesRegions:
            report.json(presentation).adding("regions", try scene().regionsJSON(scale: picture.scale)).bytes
        case .json: report.json(presentation).bytes
        case .csv: report.csv(presentation)
        case .txt: Array("\(report.chart(presentation).summary)\n".utf8)
        case .png, .svg, .pdf:
            try scene().carrying(
                EmbeddedValues(
                    of: report, to: question, on: selection, presentation, revision: "\(revision ?? Revision(of: history))",
                    signatureLimit: keys == nil ? 0 : KeyRing.figureSignatureLimit
                ), signedWith: keys
            ).bytes(as: representation, style: picture, typesetter: typesetter)
        case .html, .eml, .ics: throw Problem.unknownRepresentation(representation.rawValue, of: Representation.ofInsights)
        }
    }
}

extension Scene {
    fileprivate func carrying(_ record: EmbeddedValues, signedWith keys: KeyRing?) -> Scene {
        var scene = self
        scene.metadata =
            keys.map { SignedValues(record: record.text, title: title, summary: summary).record(signedWith: $0) } ?? record.text
        return scene
    }

    /// Returns the scene as a picture or, for what is not one, in words.
    func bytes(as representation: Representation, style: PictureStyle, typesetter: Typesetter) throws -> [UInt8] {
        switch representation {
        case .png: try png(scale: style.scale, quality: style.isLossless ? .lossless : .standard, typesetter: typesetter)
        case .svg: try style.isTextLive ? liveSVG() : svg(typesetter: typesetter)
        case .pdf: try pdf(typesetter: typesetter)
        case .txt, .json, .csv, .html, .eml, .ics: Array("\(summary)\n".utf8)
        }
    }
}
