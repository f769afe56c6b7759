/// A line of text as glyphs at positions, for every size: lengths are in em.
///
/// The line is a list of runs, from left to right, each set with one face.
public struct ShapedText: Sendable {
    package var runs: [Run]

    /// The width of the line, in em: the distance from its first glyph's origin to where a next one would stand.
    public let advance: Double

    init(runs: [Run]) {
        self.runs = runs
        self.advance = runs.reduce(0) { $0 + $1.advance }
    }

    /// A glyph of a face, and where its origin stands from the start of its run.
    package struct Glyph: Hashable, Sendable {
        package var id: UInt32
        package var x: Double
        /// Downwards, as in a scene.
        package var y: Double
    }

    /// Bytes of the text and the glyphs that show them: neither can be divided further.
    package struct Cluster: Hashable, Sendable {
        package var byteCount: Int
        package var glyphCount: Int
    }

    /// A part of the line set with one face in one direction.
    package struct Run: Sendable {
        package let face: Face
        package let text: String
        /// From left to right, whatever the direction.
        package let glyphs: [Glyph]
        /// In the order of the text; together they cover the text and the glyphs.
        ///
        /// Of a run from right to left the first cluster's glyphs are the last ones.
        package let clusters: [Cluster]
        package let advance: Double
        package let isRightToLeft: Bool
    }
}

extension ShapedText.Run {
    /// - Parameter clusterStarts: for each glyph, in the order of the text, the byte of `text` at which what it shows starts.
    init(face: Face, text: String, glyphs: [ShapedText.Glyph], clusterStarts: [Int], advance: Double, isRightToLeft: Bool) {
        self.face = face
        self.text = text
        self.glyphs = glyphs
        self.advance = advance
        self.isRightToLeft = isRightToLeft
        var clusters: [ShapedText.Cluster] = []
        // The first cluster starts where the text does, whatever the shaper says, so that no byte is left out.
        var start = 0
        for next in clusterStarts {
            if next != start || clusters.isEmpty {
                if !clusters.isEmpty { clusters[clusters.count - 1].byteCount = next - start }
                clusters.append(ShapedText.Cluster(byteCount: 0, glyphCount: 0))
                start = clusters.count == 1 ? 0 : next
            }
            clusters[clusters.count - 1].glyphCount += 1
        }
        if !clusters.isEmpty { clusters[clusters.count - 1].byteCount = text.utf8.count - start }
        self.clusters = clusters
    }

    /// The characters that the face has no glyph for, in the order of the text.
    var missingCharacters: [Character] {
        guard glyphs.contains(where: { $0.id == 0 }) else { return [] }
        let ids = isRightToLeft ? glyphs.reversed().map(\.id) : glyphs.map(\.id)
        var missing: [Character] = []
        var (byte, glyph) = (0, 0)
        for cluster in clusters {
            let start = text.utf8.index(text.startIndex, offsetBy: byte)
            for id in ids[glyph..<glyph + cluster.glyphCount] where id == 0 { missing.append(text[start]) }
            byte += cluster.byteCount
            glyph += cluster.glyphCount
        }
        return missing
    }
}
