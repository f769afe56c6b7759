import CHarfBuzz

extension TextItem {
    /// Returns the language that glyphs are chosen for, as a BCP 47 tag.
    ///
    /// - Parameter shared: the language of characters that Chinese, Japanese and Korean share.
    func language(shared: StaticString) -> StaticString {
        switch script ?? face?.script {
        case HB_SCRIPT_ARABIC: "ar"
        case HB_SCRIPT_HEBREW: "he"
        case HB_SCRIPT_DEVANAGARI: "hi"
        case HB_SCRIPT_THAI: "th"
        case HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA: "ja"
        case HB_SCRIPT_HANGUL: "ko"
        case HB_SCRIPT_BOPOMOFO: "zh-Hant"
        case HB_SCRIPT_HAN: shared
        default: "en"
        }
    }
}

extension [TextItem] {
    /// The language of characters that Chinese, Japanese and Korean share and that each draws in its own way.
    ///
    /// Kana tell Japanese and Hangul tells Korean, wherever they stand in the line; without them it is taken for
    /// simplified Chinese.
    var languageOfSharedCharacters: StaticString {
        for item in self {
            switch item.script {
            case HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA: return "ja"
            case HB_SCRIPT_BOPOMOFO: return "zh-Hant"
            case HB_SCRIPT_HANGUL: return "ko"
            default: continue
            }
        }
        return "zh-Hans"
    }
}
