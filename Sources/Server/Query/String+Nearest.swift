extension String {
    /// Returns the word that this one is most likely a slip of, when one is near: at most two letters apart.
    package func nearest(among words: some Sequence<String>) -> String? {
        guard utf8.count <= 64 else { return nil }
        let own = lowercased()
        // Words that differ by more letters than two need no look at each.
        return words.filter { abs($0.count - count) <= 2 }.map { (word: $0, distance: own.editDistance(to: $0.lowercased())) }
            .filter { $0.distance <= 2 && $0.distance < Swift.max(count, $0.word.count) }
            .min { $0.distance < $1.distance }?.word
    }

    /// Returns how many letters have to be inserted, deleted, replaced or swapped with a neighbour.
    ///
    /// The restricted Damerau-Levenshtein distance ("optimal string alignment").
    func editDistance(to other: String) -> Int {
        let (a, b) = (Array(self), Array(other))
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var distance = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = Swift.min(distance, beforeLast[j - 1] + 1) }
                row.append(distance)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }

    /// The text in quotes, shortened to what a message has room for.
    var quoted: String {
        let limit = 60
        let visible = String(prefix(limit).map { $0.isNewline || $0.isASCII && $0.asciiValue.map { $0 < 0x20 } == true ? " " : $0 })
        return "'\(visible)\(count > limit ? "…" : "")'"
    }
}
