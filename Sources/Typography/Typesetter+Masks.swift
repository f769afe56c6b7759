import Caching
import Synchronization

extension Typesetter {
    /// What a mask depends on.
    struct MaskKey: Hashable, Sendable {
        var face: ObjectIdentifier
        var glyph: UInt32
        var pixelSize: Double
        var phase: Int
    }

    /// The largest size that is drawn with masks, in pixels: beyond it they would take much memory for little gain.
    private static let largestMaskedSize = 64.0

    /// What an entry costs besides its pixels.
    private static let maskCost = 128

    /// Returns the masks of a run that starts at `left` on the baseline `baseline`, in pixels.
    ///
    /// An origin is moved to a quarter of a pixel across, which keeps the spacing even, and to a whole pixel down, which
    /// keeps baselines sharp. Nil when the text is too large for masks, is in colors of its own, or there is no memory; draw its glyphs then.
    package func masks(of run: ShapedText.Run, pixelSize: Double, left: Double, baseline: Double) -> [GlyphMask.Placed]? {
        guard pixelSize <= Self.largestMaskedSize, !run.face.isColored else { return nil }
        let places = run.glyphs.map { glyph in
            let quarters = Int(((left + glyph.x * pixelSize) * Double(GlyphMask.phases) + 0.5).rounded(.down))
            let row = Int((baseline + glyph.y * pixelSize + 0.5).rounded(.down))
            let phase = quarters & (GlyphMask.phases - 1)
            let key = MaskKey(face: ObjectIdentifier(run.face), glyph: glyph.id, pixelSize: pixelSize, phase: phase)
            return (key: key, column: (quarters - phase) / GlyphMask.phases, row: row)
        }
        // One visit to the cache for all glyphs; drawing what it lacks happens outside its lock.
        let known = maskCache.withLock { cache in places.map { cache.value(for: $0.key) } }
        var placed: [GlyphMask.Placed] = []
        placed.reserveCapacity(places.count)
        for (place, known) in zip(places, known) {
            guard let mask = known ?? newMask(for: place.key, face: run.face) else { return nil }
            placed.append(GlyphMask.Placed(mask: mask, x: place.column + mask.left, y: place.row + mask.top))
        }
        return placed
    }

    private func newMask(for key: MaskKey, face: Face) -> GlyphMask? {
        guard let mask = GlyphMask(of: key.glyph, face: face, pixelSize: key.pixelSize, phase: key.phase) else { return nil }
        maskCache.withLock { $0.insert(mask, for: key, cost: Self.maskCost + mask.coverage.count) }
        return mask
    }
}
