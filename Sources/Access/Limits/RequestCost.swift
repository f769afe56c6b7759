/// What requests cost, in units of about the work of one page.
public struct RequestCost: Hashable, Sendable {
    /// Whatever is made anew.
    public var fresh = 1.0
    /// Each megapixel of a picture that is drawn.
    public var megapixel = 1.0
    /// What is given from memory, or said to be unchanged.
    public var kept = 0.1
    /// A whole report.
    public var report = 5.0
    /// Each MB of a body.
    public var bodyMegabyte = 1.0

    public init() {}

    /// Returns the cost of a picture of so many pixels.
    public func picture(pixelCount: Int) -> Double { fresh + megapixel * Double(max(pixelCount, 0)) / 1_000_000 }

    /// Returns the cost of a request with a body of so many bytes.
    public func body(byteCount: Int) -> Double { fresh + bodyMegabyte * Double(max(byteCount, 0)) / 1_000_000 }
}
