import CDispatch
import CoreFoundation
import Foundation

/// The processor time of one thread, which other programs on the machine do not add to.
enum ThreadTime {
    /// Returns what the calling thread has used so far, in milliseconds.
    static var now: Double { milliseconds(CLOCK_THREAD_CPUTIME_ID) }

    /// Returns what the whole process has used so far, in milliseconds.
    static var ofProcess: Double { milliseconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func milliseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}

/// The times that one stage took, run after run.
struct Samples {
    private var times: [Double] = []

    /// Returns what `work` returns, and remembers the time it took.
    mutating func measure<Result: ~Copyable, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
        let start = ThreadTime.now
        let result = try work()
        times.append(ThreadTime.now - start)
        return result
    }

    /// In milliseconds.
    var median: Double {
        let sorted = times.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
