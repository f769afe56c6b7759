/// A reason the program ends without what was asked for, in words for its user.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// With what an error says to whoever runs the program, as the place of a database and why it refused.
    init(_ error: any Error) { description = String(reflecting: error) }
}
