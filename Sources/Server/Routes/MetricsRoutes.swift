import HTTPTypes
import Hummingbird
import Typography

/// `/metrics`: what a Prometheus server collects.
struct MetricsRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.on(
            "metrics",
            [
                .get: { request, _ in
                    try QueryReader(request.query).finish()
                    return .bytes(Array(text.utf8), as: MetricsText.contentType, .notStored)
                }
            ])
    }

    var text: String {
        var text = MetricsText()
        let samples = services.metrics.registry.samples
        text.append(ServerMetrics.requests, samples)
        text.append(ServerMetrics.durations, samples)

        let load = services.admission.load
        text.append(.init("cartograph_rendering_slots", .gauge, "Threads that compute and draw."), Double(load.slotCount))
        text.append(.init("cartograph_rendering_slots_busy", .gauge, "Such threads that are at work."), Double(load.busyCount))
        text.append(.init("cartograph_rendering_waiting", .gauge, "Requests that wait for one."), Double(load.waitingCount))
        text.append(
            .init("cartograph_rendering_saturated_total", .counter, "Requests turned away because too many waited."),
            Double(load.saturationCount))

        let cache = services.contents.usage
        text.append(.init("cartograph_content_cache_hits_total", .counter, "Finished content that was there."), Double(cache.hitCount))
        text.append(.init("cartograph_content_cache_misses_total", .counter, "Content that had to be made."), Double(cache.missCount))
        text.append(.init("cartograph_content_cache_bytes", .gauge, "Memory that kept content takes."), Double(cache.byteCount))

        text.append(
            .init("cartograph_missing_glyphs_total", .counter, "Characters that no font had when a text was set."),
            Double(services.typesetter.missingGlyphCount))
        let process = ProcessFigures()
        if let memory = process.residentMemory { text.append(ProcessFigures.memory, memory) }
        if let seconds = process.processorSeconds { text.append(ProcessFigures.processorTime, seconds) }
        text.append(.init("cartograph_build_info", .gauge, "What runs."), 1, labels: MetricLabels([("version", services.build)]))
        return text.text
    }
}
