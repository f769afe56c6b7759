import CHarfBuzz

/// A font that is too large to bundle, under the names that Debian gives its files.
struct MachineFont {
    /// What serves for regular text, the best one first; the first that a folder has is taken.
    let regular: [String]
    /// What serves for semibold text; the regular one does where there is none.
    let semibold: [String]
    let script: hb_script_t

    private init(_ regular: [String], semibold: [String] = [], script: hb_script_t) {
        self.regular = regular
        self.semibold = semibold
        self.script = script
    }

    /// A typeface of Google's Noto family for one script.
    private init(noto name: String, script: hb_script_t) {
        self.init(
            ["NotoSans\(name)-Regular.ttf"], semibold: ["NotoSans\(name)-SemiBold.ttf", "NotoSans\(name)-Bold.ttf"], script: script)
    }

    /// In the order in which they are asked for a glyph, after the bundled ones.
    static let all = [
        MachineFont(
            ["NotoSansCJK-Regular.ttc", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf"], semibold: ["NotoSansCJK-Bold.ttc"],
            script: HB_SCRIPT_HAN
        ),
        MachineFont(noto: "Bengali", script: HB_SCRIPT_BENGALI),
        MachineFont(noto: "Gurmukhi", script: HB_SCRIPT_GURMUKHI),
        MachineFont(noto: "Gujarati", script: HB_SCRIPT_GUJARATI),
        MachineFont(noto: "Tamil", script: HB_SCRIPT_TAMIL),
        MachineFont(noto: "Telugu", script: HB_SCRIPT_TELUGU),
        MachineFont(noto: "Kannada", script: HB_SCRIPT_KANNADA),
        MachineFont(noto: "Malayalam", script: HB_SCRIPT_MALAYALAM),
        MachineFont(noto: "Sinhala", script: HB_SCRIPT_SINHALA),
        MachineFont(noto: "Khmer", script: HB_SCRIPT_KHMER),
        MachineFont(noto: "Lao", script: HB_SCRIPT_LAO),
        MachineFont(noto: "Myanmar", script: HB_SCRIPT_MYANMAR),
        MachineFont(noto: "Armenian", script: HB_SCRIPT_ARMENIAN),
        MachineFont(noto: "Georgian", script: HB_SCRIPT_GEORGIAN),
        MachineFont(noto: "Ethiopic", script: HB_SCRIPT_ETHIOPIC),
        MachineFont(["NotoSansSymbols2-Regular.ttf"], script: HB_SCRIPT_COMMON),
        MachineFont(["DejaVuSans.ttf"], semibold: ["DejaVuSans-Bold.ttf"], script: HB_SCRIPT_LATIN),
        MachineFont(["NotoColorEmoji.ttf"], script: HB_SCRIPT_COMMON),
    ]

    /// Returns the first file of `names` that one of `folders` has.
    static func file(_ names: [String], in folders: [String]) -> FontFile? {
        for name in names {
            for folder in folders {
                if let file = FontFile(path: "\(folder)/\(name)") { return file }
            }
        }
        return nil
    }
}
