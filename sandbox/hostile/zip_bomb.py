# Unpacks far more than it holds.
import zlib

layer = b"\0" * 250_000
packer = zlib.compressobj(1)
packed = packer.compress(layer) + packer.flush(zlib.Z_FULL_FLUSH)
body = packed[2:]
raw = body * 400
print(len(zlib.decompressobj(-15).decompress(raw)))
