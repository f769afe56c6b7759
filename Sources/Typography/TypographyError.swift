/// Why text cannot be set at all: there are fonts that the libraries cannot read.
public enum TypographyError: Error, Hashable, Sendable {
    /// FreeType did not start; `code` is its error.
    case library(code: Int32)
    /// The font called `name` cannot be read; `code` is FreeType's error, 0 if FreeType was not the one to refuse.
    case font(name: String, code: Int32)
}

extension TypographyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .library(let code):
            "FreeType did not start (error \(code)): install libfreetype6 2.12 or later"
        case .font(let name, let code):
            "the font \"\(name)\" cannot be read (FreeType error \(code)): install its package again, or restore the folder fonts/ and build again"
        }
    }
}
