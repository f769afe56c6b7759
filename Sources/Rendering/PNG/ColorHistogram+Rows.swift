import Foundation

extension ColorHistogram {
    /// Replaces `rows` by the picture's, one byte a pixel: what `indices` has for the number of its color.
    ///
    /// A row that equals the one above is sent as no difference from it, every other one as it is.
    borrowing func writeRows(to rows: inout RowBuffer, width: Int, height: Int, indices: [UInt8]) {
        rows.resize(to: (width + 1) * height)
        guard var output = rows.bytes.baseAddress else { return }
        let runs = runs
        var next = 0
        for _ in 0..<height {
            let end = output + width + 1
            if runs[next].count == 0 {
                output[0] = PNGFilter.up
                memset(output + 1, 0, width)
                next += 1
            } else {
                output[0] = PNGFilter.none
                output += 1
                // The runs of a row have as many pixels as the row, so the last one ends where it does.
                while output < end {
                    let (index, count) = (indices[Int(runs[next].number)], Int(runs[next].count))
                    if count == 1 { output[0] = index } else { memset(output, Int32(index), count) }
                    output += count
                    next += 1
                }
            }
            output = end
        }
    }
}
