import Typography

/// One typesetter for all tests that do not look at its counter, as in a program.
enum SharedTypesetter {
    private static let result = Result { () throws(TypographyError) in try Typesetter() }

    static func made() throws -> Typesetter { try result.get() }
}
