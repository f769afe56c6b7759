import Typography

extension Typesetter {
    /// Makes a typesetter with the fonts of this machine, which says on the terminal what no font has.
    static func onThisMachine() throws -> Typesetter {
        try Typesetter(fontFolders: Typesetter.debianFontFolders) { character in
            Terminal.error("no font of this machine has “\(character)”; a box stands in for it")
        }
    }
}
