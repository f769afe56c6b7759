/// Returns places near the wished ones, in the same order, at least `distance` apart where the limits have room for that.
func spread(_ wishes: [Double], apart distance: Double, within limits: ClosedRange<Double>) -> [Double] {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var places = wishes
    var free = limits.lowerBound
    for index in order {
        places[index] = max(wishes[index], free)
        free = places[index] + distance
    }
    var ceiling = limits.upperBound
    for index in order.reversed() {
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - distance
    }
    return places
}
