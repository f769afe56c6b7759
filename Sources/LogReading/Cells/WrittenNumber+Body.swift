extension WrittenNumber {
    /// The digits of a number with the signs between them.
    struct Body {
        private(set) var millionths: Int64 = 0
        private(set) var groupedMillionths: Int64?
        private(set) var evidence = Evidence.none
        private(set) var isRounded = false
        /// What is wrong when signs and digits follow that belong to no number.
        private(set) var fault = Rejection.Reason.notASum

        private static let cap = limit / 1_000_000 + 1

        init(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) throws(Rejection.Reason) {
            let start = index
            // Signs between digits: how many of which, where the last stands, and how many digits each of them has before it.
            var (points, commas, others) = (0, 0, 0)
            var (lastSign, lastIsPoint, lastIsComma) = (-1, false, false)
            var (groupDigits, digits) = (0, 0)
            var (headDigits, middleIsThree, middleIsTwo) = (-1, true, true)
            scan: while index < end {
                let byte = bytes[index]
                var length = 1
                if byte.isDigit {
                    groupDigits += 1
                    digits += 1
                    index += 1
                    continue
                } else if byte == .point {
                    points += 1
                } else if byte == .comma {
                    commas += 1
                } else {
                    length = bytes.groupSignLength(at: index, upTo: end)
                    guard length > 0, digits > 0 else { break scan }
                    others += 1
                }
                if headDigits < 0 {
                    headDigits = groupDigits
                } else {
                    middleIsThree = middleIsThree && groupDigits == 3
                    middleIsTwo = middleIsTwo && groupDigits == 2
                }
                (lastSign, lastIsPoint, lastIsComma) = (index, byte == .point, byte == .comma)
                groupDigits = 0
                index += length
            }
            guard digits > 0 else { throw .notASum }
            let signs = points + commas + others
            let headIsGroup = (1...3).contains(headDigits)
            let kinds = (points > 0 ? 1 : 0) + (commas > 0 ? 1 : 0) + (others > 0 ? 1 : 0)
            var decimalAt: Int?
            switch (signs, kinds) {
            case (0, _): break
            case (1, _) where others == 0:
                decimalAt = lastSign
                if groupDigits == 3, lastIsComma, headDigits > 3 {
                    // `1249,900` may be a careless `1,249,900`.
                    evidence = .openComma
                } else if groupDigits == 3, headIsGroup {
                    let startsWithZero = bytes[start] == UInt8(ascii: "0") && headDigits == 1
                    if lastIsPoint, startsWithZero {
                        evidence = .decimalPoint
                    } else {
                        evidence = lastIsPoint ? .openPoint : .openComma
                        if bytes[start] != UInt8(ascii: "0") {
                            groupedMillionths = Self.value(bytes, start..<index, decimalAt: nil).millionths
                        }
                    }
                } else {
                    // `5.-` and `5,--` are whole sums, as shops write them.
                    let hasDashes = groupDigits == 0 && bytes.skipDashes(at: &index, upTo: end)
                    guard groupDigits > 0 || lastIsPoint || hasDashes else { throw .misplacedComma }
                    guard !hasDashes else { break }
                    evidence = lastIsPoint ? .decimalPoint : .decimalComma
                }
            case (_, 1):
                // Thousands all through: the sign parts no decimals, so the other one does.
                guard headIsGroup, groupDigits == 3, middleIsThree || (commas > 0 && middleIsTwo) else {
                    throw commas > 0 ? .misplacedComma : .notASum
                }
                evidence = points > 0 ? .decimalComma : commas > 0 ? .decimalPoint : .none
            default:
                // The last sign, once, stands before decimals; those before it part thousands.
                let isOnce = lastIsPoint ? points == 1 : lastIsComma ? commas == 1 : false
                guard isOnce, kinds == 2, headIsGroup,
                    signs == 2 || middleIsThree || (lastIsPoint && Self.isIndian(bytes, start..<lastSign)),
                    Self.lastGroupIsThree(bytes, before: lastSign, from: start)
                else { throw .misplacedComma }
                decimalAt = lastSign
                evidence = lastIsPoint ? .decimalPoint : .decimalComma
            }
            (millionths, isRounded) = Self.value(bytes, start..<index, decimalAt: decimalAt)
            readExponent(bytes, &index, end)
        }

        /// Whether what stands at `index` shows that the digits before were no number: a further sign or digit.
        func maySuffer(_ bytes: Span<UInt8>, at index: Int) -> Bool {
            bytes[index].isDigit || bytes[index] == .point || bytes[index] == .comma
        }

        private static func lastGroupIsThree(_ bytes: Span<UInt8>, before sign: Int, from start: Int) -> Bool {
            var count = 0
            var index = sign - 1
            while index >= start, bytes[index].isDigit {
                count += 1
                index -= 1
            }
            return count == 3
        }

        /// Whether commas part the last three digits and then twos: `1,23,456`.
        private static func isIndian(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
            var groups: [Int] = [0]
            for index in range {
                if bytes[index].isDigit {
                    groups[groups.count - 1] += 1
                } else if bytes[index] == .comma {
                    groups.append(0)
                } else {
                    return false
                }
            }
            return groups.count >= 2 && groups.last == 3 && (1...3).contains(groups[0])
                && groups.dropFirst().dropLast().allSatisfy { $0 == 2 }
        }

        /// Returns the value of the digits, those after `decimalAt` as decimals.
        private static func value(_ bytes: Span<UInt8>, _ range: Range<Int>, decimalAt: Int?) -> (millionths: Int64, isRounded: Bool) {
            var (whole, fraction, places, isRounded) = (Int64(0), Int64(0), 0, false)
            for index in range where bytes[index].isDigit {
                let digit = Int64(bytes[index] - UInt8(ascii: "0"))
                guard let decimalAt, index > decimalAt else {
                    whole = min(whole * 10 + digit, cap)
                    continue
                }
                if places < 6 {
                    fraction = fraction * 10 + digit
                } else {
                    if places == 6, digit >= 5 { fraction += 1 }
                    isRounded = isRounded || digit != 0
                }
                places += 1
            }
            while places < 6 {
                fraction *= 10
                places += 1
            }
            return (whole * 1_000_000 + fraction, isRounded)
        }

        /// Reads `E+03` after the digits.
        private mutating func readExponent(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) {
            guard index + 1 < end, bytes[index] | 0x20 == UInt8(ascii: "e") else { return }
            var next = index + 1
            var isNegative = false
            if bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "+") {
                isNegative = bytes[next] == UInt8(ascii: "-")
                next += 1
            }
            let start = next
            var exponent = 0
            while next < end, bytes[next].isDigit {
                exponent = min(exponent * 10 + Int(bytes[next] - UInt8(ascii: "0")), 100)
                next += 1
            }
            guard next > start, next == end || !bytes[next].isLetter else { return }
            index = next
            evidence = evidence == .openPoint ? .decimalPoint : evidence == .openComma ? .decimalComma : evidence
            groupedMillionths = nil
            for _ in 0..<exponent {
                if isNegative {
                    let (quotient, remainder) = millionths.quotientAndRemainder(dividingBy: 10)
                    isRounded = isRounded || remainder != 0
                    millionths = quotient
                } else {
                    millionths = min(millionths, limit + 1) * 10
                    if millionths > limit { return }
                }
            }
        }
    }
}
