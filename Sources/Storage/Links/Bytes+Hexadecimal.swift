/// How databases keep a secret: in two digits for each byte.
extension [UInt8] {
    package var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

    package init(hexadecimal digits: String) {
        let values = digits.compactMap { $0.hexDigitValue.map(UInt8.init) }
        self = stride(from: 0, to: values.count - values.count % 2, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
