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
        let isFull = step >= Self.leastStep(.full, on: sheet)
        let isSmall = !isFull && step >= Self.leastStep(detail, on: sheet)
        name = isSmall ? TypeScale.smallTick : TypeScale.tick
        value = isSmall ? TypeScale.smallValue : TypeScale.value
        fits = isFull || isSmall
    }

    /// Returns the least height of a row with a line of its own.
    static func leastStep(_ detail: Detail, on sheet: Sheet) -> Double {
        // The room of a font's line has accents above and descenders below, which seldom meet.
        sheet.metrics(of: detail <= .axis ? TypeScale.smallTick : TypeScale.tick).lineHeight - 1
    }
}
