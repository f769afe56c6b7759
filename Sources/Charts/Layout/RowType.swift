import Drawing

/// The type of names and numbers that stand one below another: a point smaller where rows are low.
struct RowType {
    let name: Font
    let value: Font
    /// Whether each row has room for a line.
    let fits: Bool

    /// - Parameters:
    ///   - step: from one row to the next, in points.
    ///   - detail: pictures that have room for more than names have names in full size.
    init(step: Double, detail: Detail, on sheet: Sheet) {
        let isFull = step >= Self.leastStep(TypeScale.tick, on: sheet)
        let isSmall = !isFull && detail <= .axis && step >= Self.leastStep(on: sheet)
        name = isSmall ? TypeScale.smallTick : TypeScale.tick
        value = isSmall ? TypeScale.smallValue : TypeScale.value
        fits = isFull || isSmall
    }

    /// Returns the least height of a row with a line of its own.
    static func leastStep(on sheet: Sheet) -> Double { leastStep(TypeScale.smallTick, on: sheet) }

    /// The room of a font's line has accents above and descenders below, which seldom meet.
    private static func leastStep(_ font: Font, on sheet: Sheet) -> Double { sheet.metrics(of: font).lineHeight - 1 }
}
