extension LinearScale {
    /// Returns the smallest of 1, 2, 2.5, 5 times a power of ten that cuts `domain`, grown outward to its multiples, into at most `most`
    /// parts, or 0 for an empty domain.
    ///
    /// - Parameter least: what the step is at least, and a multiple of: 1 for things that are counted.
    static func tickStep(over domain: ClosedRange<Double>, most: Int, least: Double) -> Double {
        var step = max(step(over: domain, about: most), least)
        guard step > 0 else { return 0 }
        while !isMultiple(step, of: least) || parts(of: domain, step: step) > max(most, 2) { step = next(after: step) }
        return step
    }

    /// Returns `domain` grown outward to multiples of `step`, by as many as it takes to have `parts` of them.
    static func rounding(_ domain: ClosedRange<Double>, step: Double, parts: Int) -> ClosedRange<Double> {
        let grown = rounding(domain, step: step)
        let missing = parts - Self.parts(of: domain, step: step)
        guard step > 0, missing > 0 else { return grown }
        // What is above zero grows up, what is below grows down: zero stays at the foot of the bars.
        return domain.upperBound <= 0
            ? grown.lowerBound - Double(missing) * step...grown.upperBound : grown.lowerBound...grown.upperBound + Double(missing) * step
    }

    private static func parts(of domain: ClosedRange<Double>, step: Double) -> Int {
        let grown = rounding(domain, step: step)
        return Int(((grown.upperBound - grown.lowerBound) / step).rounded())
    }

    private static func isMultiple(_ step: Double, of least: Double) -> Bool {
        guard least > 0 else { return true }
        let quotient = step / least
        return abs(quotient - quotient.rounded()) < 1e-9
    }

    /// The next of 1, 2, 2.5, 5 times a power of ten.
    private static func next(after step: Double) -> Double { Self.step(over: 0...step * 1.01, about: 1) }
}
