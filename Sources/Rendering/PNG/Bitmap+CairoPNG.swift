import CCairo

extension Bitmap {
    /// Encodes the picture with Cairo's own encoder, which is what ours is compared with.
    package borrowing func pngOfCairo() throws(RenderingError) -> [UInt8] {
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { bytes in
            cairo_surface_write_to_png_stream(
                surface.pointer,
                { bytes, data, count in
                    bytes?.assumingMemoryBound(to: [UInt8].self).pointee.append(
                        contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, bytes
            )
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(String(cString: cairo_status_to_string(status))) }
        return bytes
    }
}
