import HTTPTypes

extension HTTPFields {
    /// Adds what keeps a picture harmless wherever it is opened.
    ///
    /// - Parameter isLinked: whether a signed link leads to it, which any page or mail may embed.
    mutating func addPicturePolicies(for representation: Representation, isLinked: Bool) {
        if representation == .html { self[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:" }
        guard representation.isPicture else { return }
        self[.crossOriginResourcePolicy] = isLinked ? "cross-origin" : "same-origin"
        if representation == .svg { self[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox" }
    }
}

extension HTTPField.Name {
    /// RFC 8288.
    static let link = HTTPField.Name("Link")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
