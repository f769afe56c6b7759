/// A line of text as glyphs at positions, for every size: lengths are in em.
///
/// The line is a list of runs, from left to right, each set with one face.
public struct ShapedText: Sendable {
    package var runs: [Run]

    /// The width of the line, in em: the distance from its first glyph's origin to where a next one would stand.
    public var advance: Double {
        runs.reduce(0) { $0 + $1.advance }
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

    /// A part of the line set with one face.
    package struct Run: Sendable {
        package let face: Face
        package let text: String
        package private(set) var glyphs: [Glyph] = []
        /// In the order of the glyphs; together they cover the text and the glyphs.
        package private(set) var clusters: [Cluster] = []
        package private(set) var advance = 0.0
        /// The byte of the text at which the last cluster starts.
        private var clusterStart = 0
    }
}

extension ShapedText.Run {
    init(face: Face, text: String) {
        self.face = face
        self.text = text
    }

    /// Adds the next glyph, which belongs to the cluster that starts at the byte `start` of the text.
    mutating func append(_ glyph: ShapedText.Glyph, ofTextAt start: Int, advance: Double) {
        if start == clusterStart, !clusters.isEmpty {
            clusters[clusters.count - 1].glyphCount += 1
        } else {
            closeCluster(at: start)
            clusters.append(ShapedText.Cluster(byteCount: 0, glyphCount: 1))
        }
        glyphs.append(glyph)
        self.advance += advance
    }

    /// Gives the last cluster the rest of the text.
    mutating func finish() {
        closeCluster(at: text.utf8.count)
    }

    private mutating func closeCluster(at end: Int) {
        // The first cluster starts where the text does, whatever the shaper says, so that no byte is left out.
        guard !clusters.isEmpty else { return }
        clusters[clusters.count - 1].byteCount = end - clusterStart
        clusterStart = end
    }
}
