import Purchases
import Reports

extension Subject {
    /// Returns a name that tells what a file is about, without an extension, as in `U001 spending-summary 2024-03`.
    func fileName(of content: String, in presentation: Presentation = Presentation()) -> String {
        var words = [name(in: presentation), content].compactMap { $0 }
        switch filter.month {
        case .everyYear(let number): words.append("month \(number)")
        case .only(let month): words.append(month.description)
        case nil: break
        }
        switch (filter.from, filter.to) {
        case (let from?, let to?): words.append("\(from) to \(to)")
        case (let from?, nil): words.append("from \(from)")
        case (nil, let to?): words.append("to \(to)")
        case (nil, nil): break
        }
        words += filter.categories.sorted()
        return words.joined(separator: " ")
    }
}
