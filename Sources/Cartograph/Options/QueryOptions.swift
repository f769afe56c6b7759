import ArgumentParser
import Server

/// The filters, parameters and picture options of the HTTP contract, word for word.
struct QueryOptions: ParsableArguments {
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var parameters: ParameterOptions
    @Option(help: "In pixels at scale 1, 100 to 2000.") var width: String?
    @Option(help: "In pixels at scale 1, 80 to 2000.") var height: String?
    @Option(help: "From the picture's edges to what is drawn, in points, 0 to 40.") var margin: String?
    @Option(help: "1 to 4.") var scale: String?
    @Option(help: "transparent or a hex color.") var background: String?
    @Option(help: "lossless for exact colors.") var quality: String?
    @Option(help: "outlines or live, for SVG.") var text: String?
    @Option(help: "regions, for JSON: the box of every mark in the picture.") var include: String?

    static let names =
        SelectionOptions.names + ParameterOptions.names + [
            "width", "height", "scale", "margin", "background", "quality", "text", "include",
        ]

    /// The options that were given, as a query.
    var query: Query {
        let picture = [
            ("width", width), ("height", height), ("scale", scale), ("margin", margin), ("background", background), ("quality", quality),
            ("text", text),
            ("include", include),
        ]
        return Query(selection.fields + parameters.fields + picture.compactMap { name, value in value.map { (name, $0) } })
    }
}
