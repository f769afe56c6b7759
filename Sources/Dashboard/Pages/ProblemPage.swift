/// A page that says what went wrong.
public struct ProblemPage: Sendable {
    let frame: Frame
    let heading: String
    let detail: String

    public init(_ title: String, detail: String, for reader: Reader) {
        frame = Frame(title, in: nil, for: reader)
        heading = title
        self.detail = detail
    }
}
