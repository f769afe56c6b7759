import Access
import ArgumentParser

/// How much one client may ask of a server.
struct LimitOptions: ParsableArguments {
    enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

    @Option(help: "Whether clients are held to what they may use: on, or off, which is the rule for an open server of this machine alone.")
    var limits: Switch?

    @Option(
        help: ArgumentHelp(
            "What one client may use at once, in units of about the work of one page, and again in each window.", valueName: "units"))
    var limitUnits = 600
    @Option(help: ArgumentHelp("How long until a client may use as much again.", valueName: "seconds")) var limitWindow = 60

    @Option(help: ArgumentHelp("What an answer costs that is made anew.", valueName: "units")) var costFresh = RequestCost().fresh
    @Option(help: ArgumentHelp("What each megapixel of a picture costs besides.", valueName: "units"))
    var costMegapixel = RequestCost().megapixel
    @Option(help: ArgumentHelp("What an answer costs that was made before.", valueName: "units")) var costKept = RequestCost().kept
    @Option(help: ArgumentHelp("What a whole report costs.", valueName: "units")) var costReport = RequestCost().report
    @Option(help: ArgumentHelp("What each MB that is sent costs.", valueName: "units")) var costMegabyte = RequestCost().bodyMegabyte

    static let names = [
        "limits", "limit-units", "limit-window", "cost-fresh", "cost-megapixel", "cost-kept", "cost-report", "cost-megabyte",
    ]

    func validate() throws {
        guard RatePolicy(quota: limitUnits, window: limitWindow) != nil else {
            throw ValidationError("--limit-units and --limit-window are whole numbers from 1 to 1000000.")
        }
        guard [costFresh, costMegapixel, costKept, costReport, costMegabyte].allSatisfy({ (0...1_000_000).contains($0) }) else {
            throw ValidationError("A cost is a number from 0 to 1000000.")
        }
    }

    /// What clients may use; nil for as much as they like.
    func policy(in mode: AccessMode, listeningOn host: String) -> RatePolicy? {
        guard limits.map({ $0 == .on }) ?? mode.limitsRequests(listeningOn: host) else { return nil }
        return RatePolicy(quota: limitUnits, window: limitWindow)
    }

    var costs: RequestCost {
        var costs = RequestCost()
        (costs.fresh, costs.megapixel, costs.kept, costs.report, costs.bodyMegabyte) =
            (costFresh, costMegapixel, costKept, costReport, costMegabyte)
        return costs
    }
}
