import Rendering
import Signing

/// A configuration in one part of a path, which every mail client leaves as it is: deflated and in Base64 for addresses, as Kroki has it.
public enum ChartCode {
    /// Returns a configuration as a path has it.
    ///
    /// - Throws: `RenderingError`, for want of memory alone.
    public static func code(of config: String) throws -> String { Base64URL.text(try Array(config.utf8).zlibStream()) }

    /// - Throws: `Problem`, 400 for what is none and 413 for one that holds too much.
    static func text(of code: String) throws(Problem) -> String {
        // Some encoders pad, which addresses do without.
        var code = code[...]
        while code.last == "=" { code.removeLast() }
        guard let stream = Base64URL.bytes(code) else { throw broken("letters, digits, - and _ alone are of Base64 for addresses") }
        guard let bytes = [UInt8](inflating: stream, upTo: ServerContext.configLimit) else {
            throw broken("it holds no zlib stream of at most \(ServerContext.configLimit) bytes")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func broken(_ reason: String) -> Problem {
        Problem(
            .badRequest, title: "The chart in the address cannot be read",
            detail: "The last part of the path is a configuration, deflated by zlib and in Base64 for addresses; \(reason).")
    }
}
