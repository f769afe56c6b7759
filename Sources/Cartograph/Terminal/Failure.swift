/// A reason the program ends without what was asked for, in words for its user.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
