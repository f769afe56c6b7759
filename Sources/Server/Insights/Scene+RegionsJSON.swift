import Drawing
import Reports

extension Scene {
    /// Returns where the picture shows what, as JSON: boxes in pixels of the bitmap at `scale`, from its top left corner.
    func regionsJSON(scale: Double) -> JSON {
        let marks = regions(scale: scale).map { region -> JSON in
            let frame = region.frame
            return [
                "label": .string(region.datum.label), "value": .optional(region.datum.value, JSON.number),
                "text": .string(region.datum.text),
                "x": .number(frame.left), "y": .number(frame.top), "width": .number(frame.width), "height": .number(frame.height),
            ]
        }
        return [
            "width": .number((size.width * scale).rounded()), "height": .number((size.height * scale).rounded()), "scale": .number(scale),
            "marks": .array(marks),
        ]
    }
}
