import Drawing
import Foundation
import Rendering
import Typography

/// The five pictures that other programs were measured with.
enum ChartBenchmark {
    static func run(typesetter: Typesetter) throws {
        for (index, scale) in [1.0, 2.0].enumerated() {
            print("Charts of 800 by 400 points at \(Int(scale))x: ms of one thread, median; kB")
            var table = TextTable(PictureRow.header + ["C, libdeflate", "C, own Deflate", "fastest peer", "smallest peer"])
            var (speedups, shares, limits, ownLimits): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
            for fixture in Fixture.all {
                let costs = try PictureCosts(scale: scale, typesetter: typesetter) { try fixture.scene(typesetter) }
                let peers = fixture.peers[index]
                // The others were not measured now and here, but what Cairo's own encoder takes was both times.
                let slowness = (costs.draw + costs.cairo.time) / peers.cairo
                let (speedup, share) = (slowness * peers.time / costs.total, Double(costs.fast.byteCount) / peers.bytes)
                speedups.append(speedup)
                shares.append(share)
                let limit = costs.total / (slowness * peers.limit)
                let ownLimit = costs.total / (slowness * peers.ownLimit)
                limits.append(limit)
                ownLimits.append(ownLimit)
                let comparison = [
                    limit.text, ownLimit.text, speedup.times + " faster", String(format: "%.0f%% of it", share * 100),
                ]
                table.append(PictureRow(fixture.name, costs).cells + comparison)
            }
            table.printOut()
            let mean = exp(speedups.map(log).reduce(0, +) / Double(speedups.count))
            print(
                "  geometric mean: \(mean.times) faster than the fastest peer, at least \((speedups.min() ?? 0).times);",
                String(format: "at most %.0f%% of the smallest peer's bytes;", (shares.max() ?? 0) * 100),
                "at most \((limits.max() ?? 0).text) times a program in C that deflates by libdeflate,",
                "\((ownLimits.max() ?? 0).text) times one with a Deflate of its own; both only draw\n"
            )
        }
    }
}
