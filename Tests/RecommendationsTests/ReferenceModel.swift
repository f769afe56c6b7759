import Foundation
import Purchases

/// The model once more, as its formulas stand in the documentation: slow, plain, and without a line of the program's.
struct ReferenceModel {
    struct Order {
        var day: Int
        var items: Set<String>
    }

    /// By shopper, in order of the days.
    private(set) var orders: [String: [Order]] = [:]
    private var bought: [String: Double] = [:], followed: [String: Double] = [:], repeated: [String: Double] = [:]
    private var intervalLogs: [String: [Double]] = [:]
    private var orderCount = 0.0
    private(set) var lastDay = Int.min

    init(_ histories: [[Purchase]]) {
        var days: [String: [Int: Set<String>]] = [:]
        for line in histories.joined() where line.quantity >= 0 && line.totalPrice >= .zero {
            days[line.user.rawValue, default: [:]][line.date.dayNumber, default: []].insert(line.itemName)
        }
        for (user, items) in days {
            let all = items.sorted { $0.key < $1.key }.map { Order(day: $0.key, items: $0.value) }
            orders[user] = all
            orderCount += Double(all.count)
            lastDay = max(lastDay, all.last?.day ?? lastDay)
            for (number, order) in all.enumerated() {
                for item in order.items {
                    bought[item, default: 0] += 1
                    if number + 1 < all.count {
                        followed[item, default: 0] += 1
                        if all[number + 1].items.contains(item) { repeated[item, default: 0] += 1 }
                    }
                    if let before = all[..<number].last(where: { $0.items.contains(item) }) {
                        intervalLogs[item, default: []].append(log(max(1, Double(order.day - before.day))))
                    }
                }
            }
        }
    }

    private func g(_ item: String) -> Double { (repeated[item, default: 0] + 0.3) / (followed[item, default: 0] + 10) }

    /// The score of each of a shopper's items, as of their last order.
    func scores(of user: String) -> [String: Double] {
        let mine = orders[user, default: []]
        let meanSize = mine.reduce(0.0) { $0 + Double($1.items.count) } / Double(mine.count)
        var scores: [String: Double] = [:]
        for (number, order) in mine.enumerated() {
            let age = Double((mine.last?.day ?? 0) - order.day)
            let weight =
                exp(-age / 240) * pow(0.97, Double(mine.count - 1 - number)) * pow(Double(order.items.count) / meanSize, -0.2)
            for item in order.items { scores[item, default: 0] += weight }
        }
        return Dictionary(
            uniqueKeysWithValues: scores.map { ($0.key, $0.value + 4 * (g($0.key) + bought[$0.key, default: 0] / orderCount)) })
    }

    /// What is likeliest to be in the next order, with what it is sorted by; what was never bought comes last, below zero.
    func ranking(of user: String, limit: Int) -> [(item: String, score: Double)] {
        let own = scores(of: user)
        func last(_ item: String) -> Int { orders[user, default: []].last { $0.items.contains(item) }?.day ?? 0 }
        let ranked = own.sorted { a, b in
            if a.value != b.value { return a.value > b.value }
            return last(a.key) != last(b.key) ? last(a.key) > last(b.key) : a.key < b.key
        }.map { (item: $0.key, score: $0.value) }
        let others = bought.filter { own[$0.key] == nil }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return Array((ranked + others.map { (item: $0.key, score: $0.value / orderCount - 1) }).prefix(limit))
    }

    /// The days between a shopper's orders.
    private func gap(_ mine: [Order]) -> Double {
        guard mine.count > 1, let first = mine.first, let last = mine.last else { return 7 }
        return max(1, Double(last.day - first.day) / Double(mine.count - 1))
    }

    private func days(of item: String, _ mine: [Order]) -> [Int] { mine.filter { $0.items.contains(item) }.map(\.day) }

    func typicalInterval(of item: String, for user: String) -> Double {
        let all = intervalLogs.values.flatMap { $0 }
        let overall = all.isEmpty ? log(30.0) : all.reduce(0, +) / Double(all.count)
        return typicalInterval(of: item, for: user, overall: overall)
    }

    /// - Parameter overall: the mean logarithm of all intervals, which takes long to count.
    func typicalInterval(of item: String, for user: String, overall: Double) -> Double {
        let logs = intervalLogs[item, default: []]
        let shared = (logs.reduce(0, +) + 10 * overall) / (Double(logs.count) + 10)
        let days = days(of: item, orders[user, default: []])
        let own = zip(days, days.dropFirst()).map { log(max(1, Double($1 - $0))) }
        return exp((own.reduce(0, +) + 3 * shared) / Double(own.count + 3))
    }

    var overallIntervalLog: Double {
        let all = intervalLogs.values.flatMap { $0 }
        return all.isEmpty ? log(30.0) : all.reduce(0, +) / Double(all.count)
    }

    func dueDay(of item: String, for user: String, interval: Double) -> Int {
        let mine = orders[user, default: []]
        let usedUp = (days(of: item, mine).last ?? 0) + Int(interval.rounded(.toNearestOrEven))
        let wait = max(1, gap(mine) - Double(lastDay - (mine.last?.day ?? 0)))
        return max(usedUp, lastDay + Int(wait.rounded(.toNearestOrEven)))
    }

    func probability(of item: String, for user: String, within h: Double, interval: Double) -> Double {
        let mine = orders[user, default: []]
        let (days, gap, now) = (days(of: item, mine), gap(mine), Double(lastDay))
        let x = days.reduce(0.0) { $0 + exp(-(now - Double($1)) / 120) }
        let exposure = 120 * (1 - exp(-(now - Double(mine.first?.day ?? 0) + gap) / 120))
        let rate = (x + 4 * g(item)) / (exposure + 4 * gap)
        let plain = min(max(1 - exp(-h * rate), 1e-9), 1 - 1e-9)
        let z = (now - Double(days.last ?? 0)) / interval
        var logit = -0.319 + 1.025 * log(plain / (1 - plain)) + 0.19 * log(gap)
        logit += 0.137 * min(0, log(max(z, 0.2)))
        logit -= 0.26 * max(0, log(max(z, 0.01)))
        if days.count < 4 { logit -= 0.26 }
        return 1 / (1 + exp(-logit))
    }

    /// How often an item was bought, of all orders and of the last ten.
    func counts(of item: String, for user: String) -> [Int] {
        let mine = orders[user, default: []]
        return [days(of: item, mine).count, mine.count, days(of: item, mine.suffix(10)).count]
    }
}

extension ReferenceModel {
    fileprivate func days(of item: String, _ some: ArraySlice<Order>) -> [Int] { days(of: item, Array(some)) }
}
