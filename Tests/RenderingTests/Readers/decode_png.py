"""Reads PNG files with nothing but the standard library, and prints a checksum of the pixels of each.

The pixels are blue, green, red and 255, as Cairo keeps those of an opaque picture.
"""

import struct
import sys
import zlib


def chunks(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG file"
    place = 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        content = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert zlib.crc32(kind + content) == checksum, f"{kind}: wrong checksum"
        yield kind, content
        place += 12 + length


def rows(stream, count, length):
    assert len(stream) == count * (length + 1), "too many bytes or too few"
    above = bytes(length)
    for place in range(0, len(stream), length + 1):
        row = stream[place + 1 : place + length + 1]
        filter_type = stream[place]
        if filter_type == 2:
            row = bytes((a + b) & 255 for a, b in zip(row, above)) if any(row) else above
        else:
            assert filter_type == 0, f"filter {filter_type}"
        above = row
        yield row


def checksum(path):
    with open(path, "rb") as file:
        parts = {}
        for kind, content in chunks(file.read()):
            parts[kind] = parts.get(kind, b"") + content
    width, height, depth, color_type, *rest = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    assert (depth, rest) == (8, [0, 0, 0]) and color_type in (2, 3), "not of the kind that is written for opaque pictures"
    samples = b"".join(rows(zlib.decompress(parts[b"IDAT"]), height, width * (3 if color_type == 2 else 1)))
    pixels = bytearray(b"\xff" * (4 * width * height))
    for channel in range(3):
        if color_type == 2:
            pixels[2 - channel :: 4] = samples[channel::3]
        else:
            colors = parts[b"PLTE"][channel::3]
            assert max(samples) < len(colors), "a color that is not in the palette"
            pixels[2 - channel :: 4] = samples.translate(colors.ljust(256, b"\0"))
    return zlib.crc32(pixels)


for path in sys.argv[1:]:
    print(checksum(path))
