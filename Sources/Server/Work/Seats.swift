import Synchronization

/// Places that few have at once, and that no one of them has to itself.
///
/// When all are taken, whoever has more than a quarter of them loses the oldest to the next who comes.
final class Seats: Sendable {
    private struct State {
        /// The oldest first.
        var taken: [(number: Int, key: ClientKey, seat: WeakSeat)] = []
        var lastNumber = 0
    }

    private struct WeakSeat {
        weak var seat: Seat?
    }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Returns nil where there is no place.
    func take(for key: ClientKey) -> Seat? {
        let (seat, loser) = state.withLock { state -> (Seat?, Seat?) in
            var loser: Seat?
            if state.taken.count >= limit {
                let counts = Dictionary(grouping: state.taken, by: \.key).mapValues(\.count)
                guard let most = counts.max(by: { $0.value < $1.value }), most.value > max(1, limit / 4),
                    let index = state.taken.firstIndex(where: { $0.key == most.key })
                else { return (nil, nil) }
                loser = state.taken.remove(at: index).seat.seat
            }
            state.lastNumber += 1
            let seat = Seat(state.lastNumber, of: self)
            state.taken.append((state.lastNumber, key, WeakSeat(seat: seat)))
            return (seat, loser)
        }
        loser?.leave()
        return seat
    }

    fileprivate func free(_ number: Int) { state.withLock { $0.taken.removeAll { $0.number == number } } }
}

/// A place, free again when this goes away: with its stream, or with a response that never became one.
final class Seat: Sendable {
    private let number: Int
    private let seats: Seats
    private let state = Mutex(true)

    fileprivate init(_ number: Int, of seats: Seats) {
        self.number = number
        self.seats = seats
    }

    deinit { leave() }

    var isTaken: Bool { state.withLock { $0 } }

    func leave() {
        let wasTaken = state.withLock { isTaken in
            defer { isTaken = false }
            return isTaken
        }
        if wasTaken { seats.free(number) }
    }
}
