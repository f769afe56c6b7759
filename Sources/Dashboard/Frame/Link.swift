/// A way to somewhere else.
struct Link {
    let label: String
    let href: String
    /// Whether it leads to where the reader is.
    var isCurrent = false
}

/// One of the values that a control of a form can have.
struct Option {
    let value: String
    let label: String
    let isChosen: Bool
}

/// A value that a form sends along.
struct Field {
    let name: String
    let value: String
}
