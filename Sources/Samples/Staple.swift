/// A product that a shopper replaces whenever it runs out.
struct Staple {
    var product: Int
    /// The position of its line in the catalogue: nobody has two staples of one line.
    var entry: Int
    /// The days one purchase of it lasts.
    var interval: Int
    var quantity: Int
    /// The number of the day on which it runs out.
    var dueDay: Int
}
