import HTTPTypes
import Hummingbird
import Logging
import Reports
import Storage

/// `/livez`, `/readyz` and `/health`: whether the process runs, whether it can answer, and both with what it is.
struct HealthRoutes: Sendable {
    let store: any PurchaseStore
    let slots: RenderingSlots
    let build: String

    func add(to router: some RouterMethods<ServerContext>) {
        let routes: [(path: String, checks: [(name: String, check: @Sendable () async throws -> Void)])] = [
            ("livez", []),
            ("readyz", [("store", checkStore), ("rendering", checkRendering)]),
            ("health", [("store", checkStore), ("rendering", checkRendering)]),
        ]
        for route in routes {
            router.onReading(RouterPath(route.path)) { request, context in
                try await answer(request, context, route.path, route.checks)
            }
        }
    }

    @Sendable private func checkStore() async throws { try await store.checkAvailability() }

    /// Waits its turn like any drawing, so a server that is saturated is not ready for more.
    @Sendable private func checkRendering() async throws { try await slots.run {} }

    static func isVerbose(_ reader: inout QueryReader) -> Bool {
        reader.value(Parameter<Bool>.choice("verbose", among: ["": true, "1": true])) ?? false
    }

    private func answer(
        _ request: Request, _ context: ServerContext, _ path: String, _ checks: [(name: String, check: @Sendable () async throws -> Void)]
    ) async throws -> Response {
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
        let lines = states.map { "[\($0.isFine ? "+" : "-")] \($0.name) \($0.isFine ? "ok" : "failed")\n" }
        let verbose = lines.joined() + "build \(build)\n\(path) \(isFine ? "passed" : "failed")\n"
        var members: JSON.Members = ["status": .string(isFine ? "ok" : "failed")]
        if path == "health" { members.append("build", .string(build)) }
        if !states.isEmpty {
            members.append("checks", .object(JSON.Members(states.map { ($0.name, .string($0.isFine ? "ok" : "failed")) })))
        }
        let response = Response(
            status: isFine ? .ok : .serviceUnavailable,
            headers: [.contentType: isVerbose ? "text/plain; charset=utf-8" : "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: isVerbose ? Array(verbose.utf8) : JSON.object(members).bytes))
        )
        return request.method == .head ? response.createHeadResponse() : response
    }
}
