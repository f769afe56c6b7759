/// A map from values to places, linear or logarithmic.
enum ValueScale: Hashable, Sendable {
    case linear(LinearScale)
    case logarithmic(LogScale)

    init(_ scale: Axis.Scale, domain: ClosedRange<Double>, from start: Double, to end: Double) {
        switch scale {
        case .linear: self = .linear(LinearScale(domain: domain, from: start, to: end))
        case .logarithmic: self = .logarithmic(LogScale(domain: domain, from: start, to: end))
        }
    }

    func callAsFunction(_ value: Double) -> Double {
        switch self {
        case .linear(let scale): scale(value)
        case .logarithmic(let scale): scale(value)
        }
    }

    var start: Double {
        switch self {
        case .linear(let scale): scale.start
        case .logarithmic(let scale): scale.start
        }
    }

    var end: Double {
        switch self {
        case .linear(let scale): scale.end
        case .logarithmic(let scale): scale.end
        }
    }

    var domain: ClosedRange<Double> {
        switch self {
        case .linear(let scale): scale.domain
        case .logarithmic(let scale): scale.domain
        }
    }
}
