import Reports
import Purchases

extension PurchaseLog.Options {
    /// Reads `date_format` and `map`, as the command line has them.
    init(_ reader: inout QueryReader) {
        self.init()
        dateOrder = reader.value(.dateOrder)
        for mapping in reader.values(Parameter<String>.text("map", upTo: 300), atMost: 20) {
            do { try map(mapping) } catch { reader.refuse("map", "\(error)") }
        }
    }
}

extension Parameter<DateOrder> {
    fileprivate static var dateOrder: Parameter {
        Parameter("date_format", .string) { text throws(Unreadable) in
            guard let order = DateOrder(pattern: text) else {
                throw Unreadable(text, isNot: "a date format; write the order of day, month and year, as in DD/MM/YYYY")
            }
            return order
        }
    }
}
