/// How much a picture says besides its marks. Small pictures leave out the later first.
enum LevelOfDetail: Int, CaseIterable, Comparable {
    /// The marks and a title: a sparkline.
    case bare
    case axis
    case legend
    /// Subtitle and footnote too.
    case full

    static func < (a: LevelOfDetail, b: LevelOfDetail) -> Bool { a.rawValue < b.rawValue }
}
