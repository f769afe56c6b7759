import HTTPTypes
import Hummingbird
import Logging
import Reports
import Storage

/// `/livez`, `/readyz` and `/health`: whether the process runs, whether it can answer, and both with what it is.
struct HealthRoutes: Sendable {
    let services: Services

    private typealias Check = (name: String, check: @Sendable () async throws -> Void)

    /// Work that was begun and does not end.
    private struct Stuck: Error {}

    func add(to routes: Routes) {
        let checks: [Check] = [("store", checkStore), ("rendering", checkRendering)]
        for (path, checks) in [("livez", []), ("readyz", checks), ("health", checks)] {
            routes.on(RouterPath(path), [.get: { request, context in try await answer(request, context, path, checks) }])
        }
    }

    @Sendable private func checkStore() async throws { try await services.store.checkAvailability() }

    /// A server that is busy stays ready: others would be no less busy with what it leaves them. One where nothing ends is not.
    @Sendable private func checkRendering() throws {
        guard services.admission.isAdvancing(within: services.configuration.stuckTimeout) else { throw Stuck() }
    }

    static func isVerbose(_ reader: inout QueryReader) -> Bool {
        reader.value(Parameter<Bool>.choice("verbose", among: ["": true, "1": true])) ?? false
    }

    private func answer(_ request: Request, _ context: ServerContext, _ path: String, _ checks: [Check]) async throws -> Answer {
        var reader = QueryReader(request.query)
        let isVerbose = Self.isVerbose(&reader)
        try reader.finish()

        var states: [(name: String, isFine: Bool)] = []
        for check in checks {
            do {
                try await check.check()
                states.append((check.name, true))
            } catch {
                context.logger.error("A check failed", metadata: ["check": "\(check.name)", "error": "\(String(reflecting: error))"])
                states.append((check.name, false))
            }
        }
        let isFine = states.allSatisfy(\.isFine)
        let status: HTTPResponse.Status = isFine ? .ok : .serviceUnavailable
        if isVerbose {
            let lines = states.map { "[\($0.isFine ? "+" : "-")] \($0.name) \($0.isFine ? "ok" : "failed")\n" }
            let text = lines.joined() + "build \(services.build)\n\(path) \(isFine ? "passed" : "failed")\n"
            return .bytes(Array(text.utf8), as: Representation.txt.contentType, status: status, .notStored)
        }
        var members: JSON.Members = ["status": .string(isFine ? "ok" : "failed")]
        if path == "health" { members.append("build", .string(services.build)) }
        if !states.isEmpty {
            members.append("checks", .object(JSON.Members(states.map { ($0.name, .string($0.isFine ? "ok" : "failed")) })))
        }
        return .json(.object(members), status: status, .notStored)
    }
}
