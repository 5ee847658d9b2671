#!/usr/bin/env python3
"""Reads a bundle (*.zfb) as docs/formats.md describes it, with nothing but Python's standard library.

Prints the header, every change, text and file as JSON lines and {"verified": true} at the end. Checks everything that a
hash can prove: frames and their limits, the chain of every log, texts and files, the digest of the whole. Signatures are
NOT checked (ed25519 is not in the standard library): zoufang inspect does that. Usage: python3 read_bundle.py FILE
"""
import hashlib, json, struct, sys, zlib

MAGIC, SKIPPABLE = b"ZFB1\r\n\x1a\n", 128
HEADER, SEGMENT, CHANGES, CHECKPOINT, FILE, TEXTS, WITHHELD, TRAILER = 1, 3, 4, 5, 6, 7, 8, 9


class Bad(Exception):
    pass


def need(ok, why):
    if not ok:
        raise Bad(why)


class Bytes:
    """Bytes that are read from front to back."""
    def __init__(self, b): self.b, self.at = b, 0
    def left(self): return len(self.b) - self.at
    def take(self, n):
        need(n <= self.left(), "something is cut short")
        self.at += n
        return self.b[self.at - n:self.at]
    def uv(self):
        n = shift = 0
        while True:
            c = self.take(1)[0]
            n, shift = n | (c & 127) << shift, shift + 7
            if c < 128:
                need(n < 1 << 64 and (c or shift == 7), "a number is not written in its shortest form")
                return n
    def sv(self): n = self.uv(); return n >> 1 ^ -(n & 1)
    def sized(self): return self.take(self.uv())
    def each(self):
        while self.left(): yield self.sized()


def value(b):
    v, tag = Bytes(b), b[0] if b else 0
    v.take(1)
    if tag == 0: out = None
    elif tag == 1: out = v.sv()
    elif tag == 2: out = "%de%d" % (v.sv(), v.sv())
    elif tag == 3: out = v.take(v.left()).decode("utf-8", "replace")
    elif tag == 4: out = {"sha256": v.take(32).hex(), "size": v.uv(), "mime": v.sized().decode("utf-8", "replace"),
                          "name": v.sized().decode("utf-8", "replace")}
    elif tag == 5: out = {v.sized().decode("utf-8", "replace"): value(v.sized()) for _ in range(v.uv())}
    elif tag == 6: out = [value(v.sized()) for _ in range(v.uv())]
    elif tag == 7: out = {"secret": v.take(32).hex()}
    else: out = {"tag": tag, "bytes": v.take(v.left()).hex()}
    need(v.left() == 0, "a value is longer than it says")
    return out


def change(device, body):
    p = Bytes(body)
    need(p.take(1) == b"\x01", "a change of an unknown version")
    c = {"lamport": p.uv(), "wall": p.uv(), "actor": p.take(8).hex(), "kind": p.uv(), "record": p.take(16).hex(), "register": p.uv(),
         "value": value(p.sized()), "reason": p.sized().decode("utf-8", "replace"), "refs": []}
    for _ in range(p.uv()):
        own = p.take(1) == b"\x00"
        c["refs"].append({"device": device if own else p.take(16).hex(), "seq": p.uv(), "h8": p.take(8).hex()})
    need(p.left() == 0 and len(body) <= 65536 and len(c["refs"]) <= 64, "a change is too long")
    return c


def frames(f, digest):
    """Gives the type and the unpacked bytes of each frame; digest covers all that was given before."""
    while True:
        head = f.read(10)
        need(len(head) == 10, "the file ends too early")
        kind, packing, raw, packed = struct.unpack(">BBII", head)
        need(raw <= 4 << 20 and packed <= 1 << 20 and raw <= packed * 200 + 4096, "a frame passes the limits")
        need(packing == 0 and raw == packed or packing == 2 and kind in (CHANGES, TEXTS), "a frame says nonsense about itself")
        body = f.read(packed)
        need(len(body) == packed, "the file ends too early")
        out = body
        if packing == 2:
            z = zlib.decompressobj(-15)  # raw deflate
            out = z.decompress(body, raw + 1)
            need(z.eof and not z.unused_data and len(out) == raw, "a frame does not unpack")
        yield kind, out
        digest.update(head + body)


def read(f, say):
    need(f.read(8) == MAGIC, "this is no bundle of format 1, or it is sealed (open it with age first)")
    digest = hashlib.sha256(MAGIC)
    header, log, file, count = None, None, None, dict(segments=0, changes=0, texts=0, files=0)
    for kind, b in frames(f, digest):
        p = Bytes(b)
        need((header is None) == (kind == HEADER), "the header is missing or there twice")
        need(file is None or kind == FILE, "a file without its end")
        need(log is None or kind in (CHANGES, CHECKPOINT) or kind >= SKIPPABLE, "a part inside a segment")
        if kind == HEADER:
            header = json.loads(b)
            need(header.get("min_reader", 0) == 1, "a newer program wrote this bundle")
            say({"header": header})
        elif kind == SEGMENT:
            log = {"device": p.take(16), "first": struct.unpack(">Q", p.take(8))[0], "head": p.take(32)}
            log["seq"] = log["first"] - 1
            need(log["first"] > 1 or log["first"] == 1 and log["head"] == bytes(32), "a log without a beginning")
            count["segments"] += 1
        elif kind == CHANGES:
            need(log is not None, "changes outside of a segment")
            for body in p.each():
                prev, log["seq"] = log["head"], log["seq"] + 1
                log["head"] = hashlib.sha256(b"zoufang change 1" + log["device"] + struct.pack(">Q", log["seq"]) + prev + body).digest()
                device = log["device"].hex()
                say({"change": {"device": device, "seq": log["seq"], "prev": prev.hex(), "hash": log["head"].hex(), **change(device, body)}})
                count["changes"] += 1
        elif kind == CHECKPOINT:
            need(log is not None and log["seq"] >= log["first"], "a checkpoint of nothing")
            need(p.take(56) == log["device"] + struct.pack(">Q", log["seq"]) + log["head"], "changes are not those their laptop vouched for")
            need(hashlib.sha256(p.take(32)).digest()[:16] == log["device"] and p.left() == 64, "a checkpoint of another laptop")
            log = None
        elif kind == WITHHELD:
            device, first, last = p.take(16), *struct.unpack(">QQ", p.take(16))
            say({"withheld": {"device": device.hex(), "first": first, "last": last}})
        elif kind == TEXTS:
            for salted in p.each():
                say({"text": {"sha256": hashlib.sha256(salted).hexdigest(), "text": salted[16:].decode("utf-8", "replace")}})
                count["texts"] += 1
        elif kind == FILE:
            name, (total, off), chunk = p.take(32), struct.unpack(">QQ", p.take(16)), p.take(p.left())
            if file is None:
                file, count["files"] = [name, total, 0, hashlib.sha256()], count["files"] + 1
            need([name, total, off] == file[:3] and len(chunk) == min(total - off, 1 << 18), "a file does not go on where it stopped")
            file[2] += len(chunk)
            file[3].update(chunk)
            if file[2] == total:
                need(file[3].digest() == name, "a file holds other bytes than it says")
                say({"file": {"sha256": name.hex(), "size": total}})
                file = None
        elif kind == TRAILER:
            need(p.take(32) == digest.digest(), "the bundle was altered or damaged")
            need(hashlib.sha256(p.take(32)).hexdigest()[:32] == header["exporter"] and p.left() == 64, "another laptop closed the bundle")
            need(header["counts"] == count, "the header counts other things than there are")
            need(f.read(1) == b"", "something follows the end")
            return say({"verified": True, "signatures": "not checked"})
        else:
            need(kind >= SKIPPABLE, "a newer program wrote this bundle")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        with open(sys.argv[1], "rb") as bundle:
            read(bundle, lambda line: print(json.dumps(line, ensure_ascii=True)))
    except (Bad, OSError, ValueError, zlib.error, struct.error, RecursionError) as why:
        sys.exit("%s: %s. Do not trust the lines above." % (sys.argv[1], why))
