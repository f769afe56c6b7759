import Charts

extension NumberPattern {
    /// Finds the pattern by which `write` writes numbers, by trying it on some; nil where there is none.
    static func fitting(_ values: [Double], _ write: (Double) -> String?) -> NumberPattern? {
        // A form need hold only for the kind of values that there are.
        let isWhole = values.allSatisfy { $0 == $0.rounded() }
        var probes: [Double] = [0, 7, 12, 1_234, 1_000_000] + (isWhole ? [] : [2.5, 0.5, 1_234.56])
        if values.contains(where: { $0 < 0 }) { probes.append(-3) }
        var written: [(Double, String)] = []
        for probe in probes {
            guard let text = write(probe) else { return nil }
            written.append((probe, text))
        }
        // Around the digits of one of them stands what stands around all.
        guard let sample = written.first(where: { $0.0 == 1_234 })?.1,
            let start = sample.firstIndex(where: { $0.isASCII && $0.isNumber }),
            let last = sample.lastIndex(where: { $0.isASCII && $0.isNumber })
        else { return nil }
        let (prefix, suffix) = (String(sample[..<start]), String(sample[sample.index(after: last)...]))
        guard prefix.count <= 20, suffix.count <= 20 else { return nil }
        for factor in [1, 100, 0.01, 1e-3, 1e-6] {
            for decimals in [nil, 0, 1, 2, 3] as [Int?] {
                for isGrouped in [false, true] {
                    let pattern = NumberPattern(
                        prefix: prefix, suffix: suffix, decimals: decimals, factor: factor, isGrouped: isGrouped)
                    let fits = written.allSatisfy { number, text in
                        NumberFormat.pattern(pattern).text(number, in: .americanEnglish).replacing("\u{2212}", with: "-") == text
                            || number < 0
                                && "\(prefix)-\(NumberFormat.pattern(pattern).text(-number, in: .americanEnglish).dropFirst(prefix.count))"
                                    == text
                    }
                    if fits { return pattern }
                }
            }
        }
        return nil
    }
}
