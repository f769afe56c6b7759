/// Returns places near the wished ones, in the same order, at least `distance` apart where the limits have room for that.
func dodge(_ wishes: [Double], apart distance: Double, within limits: ClosedRange<Double>) -> [Double] {
    let half = distance / 2
    return dodge(
        wishes, lengths: wishes.map { _ in distance }, within: limits.lowerBound - half...max(limits.upperBound, limits.lowerBound) + half
    )
}

/// Returns the middles of things near the wished ones, in the same order, so that no two overlap and all lie within the limits where
/// these have room for that.
///
/// Things that would collide are moved as a group, so that as few as possible move as little as possible: the sum of the squared ways is
/// the least there is (isotonic regression by pooling adjacent violators).
func dodge(_ wishes: [Double], lengths: [Double], within limits: ClosedRange<Double>) -> [Double] {
    struct Group {
        /// Where the first thing of the group would begin, averaged over all, and how many there are.
        var start: Double
        var count: Int
        var length: Double
    }
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var groups: [Group] = []
    for index in order {
        var group = Group(start: wishes[index] - lengths[index] / 2, count: 1, length: lengths[index])
        while let last = groups.last, last.start + last.length > group.start {
            groups.removeLast()
            let (a, b) = (Double(last.count), Double(group.count))
            group = Group(
                start: (last.start * a + (group.start - last.length) * b) / (a + b), count: last.count + group.count,
                length: last.length + group.length
            )
        }
        groups.append(group)
    }
    var places = wishes
    var members = order.makeIterator()
    var starts = groups.map(\.start)
    // Groups pushed in by the limits push those before them.
    var free = limits.lowerBound
    for index in groups.indices {
        starts[index] = max(starts[index], free)
        free = starts[index] + groups[index].length
    }
    var ceiling = limits.upperBound
    for index in groups.indices.reversed() {
        starts[index] = min(starts[index], ceiling - groups[index].length)
        ceiling = starts[index]
    }
    for (group, start) in zip(groups, starts) {
        var start = start
        for _ in 0..<group.count {
            guard let index = members.next() else { break }
            places[index] = start + lengths[index] / 2
            start += lengths[index]
        }
    }
    return places
}
