import Drawing
import Synchronization

/// The memory for the pixels of one bitmap, kept for the next one.
///
/// It is `Sendable` though nothing in it is locked: `taken` takes one out of the pool, or makes one, for one surface alone, and that
/// gives it back only after Cairo has let go of it, so that no two threads ever see the same one, and the pool's lock orders what
/// they do with it.
final class PixelMemory: @unchecked Sendable {
    private let pixels: UnsafeMutableBufferPointer<UInt32>

    private static let pool = Mutex<[PixelMemory]>([])
    /// As many are kept as processors are likely to be at work, each with no more than this.
    private static let poolLimit = 16
    static let keptBytes = 8 << 20

    private init(pixelCount: Int) { pixels = .allocate(capacity: pixelCount) }

    deinit { pixels.deallocate() }

    var address: UnsafeMutablePointer<UInt8>? {
        UnsafeMutableRawPointer(pixels.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    }

    /// Returns memory of one's own for as many pixels, all of them `pixel`; nil for so many that it would not be kept.
    static func taken(pixelCount: Int, filledWith pixel: UInt32) -> PixelMemory? {
        guard pixelCount * MemoryLayout<UInt32>.stride <= keptBytes else { return nil }
        let kept = pool.withLock { $0.popLast() }
        // One that is too small goes, and the larger one is there the next time.
        let memory = kept.flatMap { $0.pixels.count >= pixelCount ? $0 : nil } ?? PixelMemory(pixelCount: pixelCount)
        memory.pixels[..<pixelCount].update(repeating: pixel)
        return memory
    }

    /// Lets the next surface have it.
    ///
    /// - Precondition: The surface that took it is destroyed, and this is called once for it.
    func giveBack() {
        Self.pool.withLock { if $0.count < Self.poolLimit { $0.append(self) } }
    }
}
