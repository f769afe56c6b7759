extension ConfigParser {
    /// Reads an expression in place of a value, and returns what it comes to; nil for one that is left out.
    mutating func expression(from start: Int) throws(ConfigSyntaxError) -> ConfigValue? {
        scanner.index = start
        var parser = ExpressionParser(scanner)
        do throws(ConfigSyntaxError) {
            let expression = try parser.expression()
            scanner = parser.scanner
            if case .function(let function) = expression { return .function(function) }
            do throws(Evaluator.Failure) {
                if let value = try evaluator.value(of: expression, Evaluator.helpers).config { return value }
                warn("left out an expression that comes to no value")
            } catch {
                warn("left out an expression, since it \(error.reason)")
            }
            return nil
        } catch {
            warn("left out an expression: \(error.reason)")
            scanner.index = start
            skipValue()
            return nil
        }
    }

    /// Reads the parameters and the body of a function that is written as a method.
    mutating func method() throws(ConfigSyntaxError) -> ConfigValue? {
        let start = scanner.index
        var parser = ExpressionParser(scanner)
        do throws(ConfigSyntaxError) {
            let function = try parser.functionRest()
            scanner = parser.scanner
            return .function(function)
        } catch {
            warn("left out a function: \(error.reason)")
            scanner.index = start
            skipValue()
            return nil
        }
    }
}

extension Evaluator {
    /// What QuickChart adds to the language for fills: here they come to their colors.
    static let helpers: [String: RuntimeValue] = [
        "getGradientFillHelper": .builtIn("getGradientFillHelper"), "pattern": .builtIn("pattern"),
    ]
}
