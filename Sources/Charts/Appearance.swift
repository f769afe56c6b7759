/// Whether a picture or a page is for a light or a dark screen.
public enum Appearance: String, CaseIterable, Hashable, Sendable {
    case light, dark

    public var theme: Theme {
        switch self {
        case .light: .light
        case .dark: .dark
        }
    }
}
