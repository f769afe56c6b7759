/// How far what stands for a value reaches beyond a plot, at each of its edges, in points.
struct Overhang: Hashable {
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0

    func union(_ other: Overhang) -> Overhang {
        Overhang(
            left: max(left, other.left), top: max(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom))
    }

    static func + (a: Overhang, b: Overhang) -> Overhang {
        Overhang(left: a.left + b.left, top: a.top + b.top, right: a.right + b.right, bottom: a.bottom + b.bottom)
    }
}
