#!/usr/bin/env python3
"""Checks a journal exported by `lianxi export journal` without that program.

    verify_journal.py FILE [HEAD-CODE]

A line is a hash in hexadecimal, a blank, and the bytes that were hashed. The hash of a line is
SHA-256(hash of the line before || bytes); before the first stand 32 zero bytes. The head code is what
a signed paper shows: the first 32 digits of the last hash in groups of four. Exit code 0: whole.
"""
import hashlib
import json
import sys


def fail(number, what):
    print(f"line {number}: {what}")
    sys.exit(1)


def check(raw):
    if not raw.endswith(b"\n"):
        fail(raw.count(b"\n"), "the last line is cut")
    before, acts, committee = bytes(32), set(), None
    for number, line in enumerate(raw[:-1].split(b"\n")):
        told, blank, body = line.partition(b" ")
        if blank != b" " or len(told) != 64 or told.strip(b"0123456789abcdef"):
            fail(number, "no hash")
        before = hashlib.sha256(before + body).digest()
        if before.hex().encode() != told:
            fail(number, "does not follow from the line before it")
        try:
            value = json.loads(body)
        except ValueError:
            fail(number, "is no JSON")
        if number == 0:
            if value.get("format") != "lianxi-journal":
                fail(0, "is no header")
            committee = value.get("committee")
            continue
        act = value.get("act")
        if not isinstance(act, str) or not isinstance(value.get("events"), list):
            fail(number, "is no act")
        if act in acts:
            fail(number, "tells an act for the second time")
        acts.add(act)
    return committee, len(acts), before.hex()


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        committee, acts, head = check(file.read())
    code = "-".join(head[at : at + 4] for at in range(0, 32, 4))
    if len(sys.argv) == 3 and sys.argv[2] != code:
        fail(acts, f"the head code is {code}, not {sys.argv[2]}")
    print(f"whole: committee {committee}, {acts} acts, head code {code}")
    if len(sys.argv) == 2:
        print("whether acts behind the last line are missing shows the head code of a signed paper")


if __name__ == "__main__":
    main()
