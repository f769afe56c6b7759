public import Purchases

extension RankingConstants {
    /// Those among which `evaluate --tune` chooses, 96 in all, the standard ones first.
    ///
    /// What is best of them differs little, so that a finer grid would follow chance.
    public static let grid: [RankingConstants] = {
        let memories: [(days: Double, decay: Double)] = [(60, 1), (120, 1), (240, 0.97), (240, 0.94)]
        let all = [0, 0.1, 0.2, 0.3].flatMap { sizeExponent in
            memories.flatMap { memory in
                [1.0, 2, 4].flatMap { pseudoOrders in
                    [true, false].map { usesOrderShare in
                        RankingConstants(
                            memory: memory.days, orderDecay: memory.decay, sizeExponent: sizeExponent, pseudoOrders: pseudoOrders,
                            usesOrderShare: usesOrderShare)
                    }
                }
            }
        }
        return [.standard] + all.filter { $0 != .standard }
    }()
}
