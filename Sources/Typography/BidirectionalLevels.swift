import CFriBidi

/// The levels of the Unicode bidirectional algorithm (UAX #9): even for what runs from left to right, odd for the rest.
enum BidirectionalLevels {
    /// Returns the level of each scalar of a line, whose direction is that of its first strong character.
    static func levels(of scalars: some Collection<Unicode.Scalar>) -> [UInt8] {
        let characters = scalars.map { FriBidiChar($0.value) }
        let count = characters.count
        guard count > 0 else { return [] }
        var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: count)
        var brackets = [FriBidiBracketType](repeating: 0, count: count)
        var levels = [FriBidiLevel](repeating: 0, count: count)
        var direction = cartograph_paragraph_by_first_strong_character()
        fribidi_get_bidi_types(characters, FriBidiStrIndex(count), &types)
        fribidi_get_bracket_types(characters, FriBidiStrIndex(count), types, &brackets)
        let highest = fribidi_get_par_embedding_levels_ex(types, brackets, FriBidiStrIndex(count), &direction, &levels)
        // 0 where memory ends: then everything runs from left to right.
        return highest == 0 ? [UInt8](repeating: 0, count: count) : levels.map { UInt8(clamping: $0) }
    }

    /// Returns whether a line begins at the right: its first strong character, those in isolates left out, is of a script that does.
    static func isRightToLeft(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        // A space at the end of a line has the line's own level (rule L1). FriBidi's function for it looks into isolates, too.
        levels(of: Array(scalars) + [" "]).last.map { $0 % 2 == 1 } ?? false
    }
}
