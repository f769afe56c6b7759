import Hashing
import Testing

@testable import Access

@Suite struct RateLimiterTests {
    private static let policy = RatePolicy(quota: 20, window: 10)

    private func limiter(capacity: Int = 100) throws -> RateLimiter<String> {
        RateLimiter(policy: try #require(Self.policy), capacity: capacity)
    }

    @Test func `a client has its whole quota at once, and then what comes back`() throws {
        var limiter = try limiter()
        for left in (0..<20).reversed() {
            let state = limiter.charge(1, to: "a", at: 0)
            #expect(state.retryAfter == nil)
            #expect(state.remaining == left)
        }
        let refused = limiter.charge(1, to: "a", at: 0)
        #expect(refused.retryAfter == 1)
        #expect(refused.reset == 10)
        let isServed = [limiter.charge(1, to: "a", at: 0.4), limiter.charge(1, to: "a", at: 0.5)].map { $0.retryAfter == nil }
        #expect(isServed == [false, true])
        // Another client is not concerned.
        let other = limiter.charge(1, to: "b", at: 0.5)
        #expect(other.remaining == 19)
    }

    @Test func `no client gets more than the quota and what came back since, whatever it asks`() throws {
        var generator = SplitMix64(state: 7)
        for _ in 0..<200 {
            var limiter = try limiter()
            var (time, served) = (0.0, 0.0)
            for _ in 0..<200 {
                time += Double.random(in: 0...0.5, using: &generator)
                let cost = Double.random(in: 0.1...6, using: &generator)
                if limiter.charge(cost, to: "a", at: time).retryAfter == nil { served += cost }
                #expect(served <= 20 + 2 * time + 1e-3)
            }
            #expect(served >= 20)
        }
    }

    @Test func `who waits as long as they are told is served`() throws {
        var generator = SplitMix64(state: 8)
        var limiter = try limiter()
        var time = 0.0
        for _ in 0..<500 {
            let cost = Double.random(in: 0.1...40, using: &generator)
            if let wait = limiter.charge(cost, to: "a", at: time).retryAfter {
                time += Double(wait)
                #expect(limiter.charge(cost, to: "a", at: time).retryAfter == nil)
            }
        }
    }

    @Test func `a request dearer than the quota is served once the bucket is full, and paid for afterwards`() throws {
        var limiter = try limiter()
        let first = limiter.charge(50, to: "a", at: 0)
        #expect(first.retryAfter == nil)
        #expect(first.remaining == 0)
        #expect(limiter.charge(1, to: "a", at: 10).retryAfter == 6)
        #expect(limiter.charge(1, to: "a", at: 16).retryAfter == nil)
    }

    @Test func `what was charged too much comes back, and never more than the quota`() throws {
        var limiter = try limiter()
        _ = limiter.charge(15, to: "a", at: 0)
        limiter.correct(by: 10, for: "a", at: 0)
        #expect(limiter.charge(15, to: "a", at: 0).remaining == 0)
        limiter.correct(by: 1_000, for: "a", at: 0)
        #expect(limiter.charge(0, to: "a", at: 0).remaining == 20)
    }

    @Test func `a clock that goes back gives nothing`() throws {
        var limiter = try limiter()
        _ = limiter.charge(20, to: "a", at: 100)
        #expect(limiter.charge(1, to: "a", at: 50).retryAfter != nil)
        #expect(limiter.charge(1, to: "a", at: 100.1).retryAfter != nil)
    }

    @Test func `a client with many neighbours is remembered while it asks`() throws {
        var limiter = try limiter(capacity: 10)
        _ = limiter.charge(20, to: "a", at: 0)
        for number in 0..<1_000 {
            _ = limiter.charge(1, to: "n\(number)", at: 0)
            #expect(limiter.charge(1, to: "a", at: 0).retryAfter != nil)
        }
    }

    @Test func `the fields are written as the draft says`() throws {
        var limiter = try limiter()
        let state = limiter.charge(1.25, to: "a", at: 0)
        #expect(state.policyField == "\"default\";q=20;w=10")
        #expect(state.field == "\"default\";r=18;t=1")
    }

    @Test func `a policy has positive numbers`() {
        for (quota, window) in [(0, 1), (1, 0), (-1, 1), (1_000_001, 1), (1, 1_000_001)] {
            #expect(RatePolicy(quota: quota, window: window) == nil)
        }
    }

    @Test func `a picture costs its pixels, and a body its bytes`() {
        let cost = RequestCost()
        #expect(cost.picture(pixelCount: 8_000_000) == 9)
        #expect(cost.picture(pixelCount: -1) == 1)
        #expect(cost.body(byteCount: 2_500_000) == 3.5)
        #expect((cost.kept, cost.report) == (0.1, 5))
    }
}

@Suite struct AttemptThrottleTests {
    @Test func `the pause is a second after the first failure, doubles with each, and ends at a quarter of an hour`() {
        #expect((0...12).map { AttemptThrottle<String>.pause(after: $0) } == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
        #expect(AttemptThrottle<String>.pause(after: 1_000_000) == 900)
    }

    @Test func `who failed waits, and who succeeds is as new`() {
        var throttle = AttemptThrottle<String>()
        #expect(throttle.wait(of: ["ada", "1.2.3.4"], at: 0) == 0)
        throttle.begin(["ada", "1.2.3.4"], at: 0)
        #expect(throttle.wait(of: ["ada"], at: 0) == 1)
        #expect(throttle.wait(of: ["bob", "1.2.3.4"], at: 0.25) == 0.75)
        #expect(throttle.wait(of: ["bob", "5.6.7.8"], at: 0) == 0)
        #expect(throttle.wait(of: ["ada"], at: 1) == 0)
        throttle.begin(["ada"], at: 1)
        #expect(throttle.wait(of: ["ada"], at: 1) == 2)
        throttle.succeed(["ada"])
        #expect(throttle.wait(of: ["ada"], at: 1) == 0)
    }

    @Test func `a thousand guesses take more than ten days`() {
        var throttle = AttemptThrottle<String>()
        var time = 0.0
        for _ in 0..<1_000 {
            time += throttle.wait(of: ["ada"], at: time)
            throttle.begin(["ada"], at: time)
        }
        #expect(time > 10 * 86_400)
    }

    @Test func `attempts at once are not all let through`() {
        var throttle = AttemptThrottle<String>()
        var admitted = 0
        for _ in 0..<50 where throttle.wait(of: ["ada"], at: 0) == 0 {
            admitted += 1
            throttle.begin(["ada"], at: 0)
        }
        #expect(admitted == 1)
    }

    @Test func `failures are forgotten after a day`() {
        var throttle = AttemptThrottle<String>()
        for second in 0..<12 { throttle.begin(["ada"], at: Double(second)) }
        throttle.begin(["ada"], at: 90_000)
        #expect(throttle.wait(of: ["ada"], at: 90_000) == 1)
    }
}
