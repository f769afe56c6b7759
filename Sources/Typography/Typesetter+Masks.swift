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
        func place(_ glyph: ShapedText.Glyph) -> MaskPlace {
            let quarters = Int(((left + glyph.x * pixelSize) * Double(GlyphMask.phases) + 0.5).rounded(.down))
            let row = Int((baseline + glyph.y * pixelSize + 0.5).rounded(.down))
            let phase = quarters & (GlyphMask.phases - 1)
            let key = MaskKey(face: ObjectIdentifier(run.face), glyph: glyph.id, pixelSize: pixelSize, phase: phase)
            return MaskPlace(key: key, column: (quarters - phase) / GlyphMask.phases, row: row)
        }
        var placed: [GlyphMask.Placed] = []
        placed.reserveCapacity(run.glyphs.count)
        while placed.count < run.glyphs.count {
            // One visit to the cache for as many glyphs as it knows; drawing what it lacks happens outside its lock.
            let missing = maskCache.withLock { cache -> MaskPlace? in
                for glyph in run.glyphs[placed.count...] {
                    let place = place(glyph)
                    guard let mask = cache.value(for: place.key) else { return place }
                    placed.append(place.placed(mask))
                }
                return nil
            }
            guard let missing else { break }
            guard let mask = newMask(for: missing.key, face: run.face) else { return nil }
            placed.append(missing.placed(mask))
        }
        return placed
    }

    /// Where the origin of a glyph stands, and the mask it takes there.
    private struct MaskPlace {
        var key: MaskKey
        var column: Int
        var row: Int

        func placed(_ mask: GlyphMask) -> GlyphMask.Placed { GlyphMask.Placed(mask: mask, x: column + mask.left, y: row + mask.top) }
    }

    private func newMask(for key: MaskKey, face: Face) -> GlyphMask? {
        guard let mask = GlyphMask(of: key.glyph, face: face, pixelSize: key.pixelSize, phase: key.phase) else { return nil }
        maskCache.withLock { $0.insert(mask, for: key, cost: Self.maskCost + mask.coverage.count) }
        return mask
    }
}
