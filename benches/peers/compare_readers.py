#!/usr/bin/env python3
"""Compares what Tripoint reads from instruments' files with what SpecUtils reads from them (PyPI: SandiaSpecUtils).

    python3 -m venv venv && venv/bin/pip install SandiaSpecUtils
    cargo build --release -p spectra --example read_spectra
    venv/bin/python benches/peers/compare_readers.py --program target/release/examples/read_spectra FOLDER...

A file agrees when both read the same records: counts of every channel, live and real time, and the energy of every
channel edge. Records are matched by their counts, for the two programs order them differently. SpecUtils keeps numbers of
four bytes, so they are compared to six digits; a time that a file does not give is 0 there and nothing here.
"""

import argparse
import collections
import json
import os
import subprocess
import sys

import SpecUtils


def near(left, right, digits=2e-6):
    return abs(left - right) <= digits * max(1.0, abs(left), abs(right))


def peer_records(path):
    """The records SpecUtils reads, or None when it does not read the file."""
    file = SpecUtils.SpecFile()
    # Its parsers write about files they refuse; that is not wanted here.
    saved = os.dup(2)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    try:
        file.loadFile(path, SpecUtils.ParserType.Auto)
    except RuntimeError:
        return None
    finally:
        os.dup2(saved, 2)
        os.close(null)
        os.close(saved)
    records = []
    for one in file.measurements():
        counts = list(one.gammaCounts() or [])
        known = one.energyCalibrationModel() in (
            SpecUtils.EnergyCalType.Polynomial,
            SpecUtils.EnergyCalType.FullRangeFraction,
            SpecUtils.EnergyCalType.LowerChannelEdge,
        )
        energies = list(one.channelEnergies() or []) if known else []
        records.append(
            {
                "counts": counts,
                "live": one.liveTime(),
                "real": one.realTime(),
                "edges": energies,
                "neutrons": one.neutronCountsSum() if one.containedNeutron() else None,
            }
        )
    return records


def own_edges(spectrum):
    return spectrum.get("edges") or []


def compare(own, peer):
    """What differs, as short words."""
    differences = []
    peer = [record for record in peer if record["counts"] or record["neutrons"] is not None]
    with_counts = [record for record in peer if record["counts"]]
    mine = [spectrum for spectrum in own if spectrum["counts"]]
    if len(mine) < len(with_counts):
        differences.append(f"records {len(mine)} / {len(with_counts)}")
    left = collections.defaultdict(list)
    for spectrum in mine:
        left[tuple(float(f"{c:.6g}") for c in spectrum["counts"])].append(spectrum)
    for record in with_counts:
        key = tuple(float(f"{c:.6g}") for c in record["counts"])
        candidates = left.get(key)
        if not candidates:
            differences.append("counts")
            continue
        best = min(
            candidates,
            key=lambda s: abs((s.get("live_time") or 0) - record["live"]) + abs((s.get("real_time") or 0) - record["real"]),
        )
        candidates.remove(best)
        if not near(best.get("live_time") or 0, record["live"]):
            differences.append(f"live {best.get('live_time')} / {record['live']:.6g}")
        if not near(best.get("real_time") or 0, record["real"]):
            differences.append(f"real {best.get('real_time')} / {record['real']:.6g}")
        edges, peers = own_edges(best), record["edges"]
        if bool(edges) != bool(peers):
            differences.append(f"calibrated {bool(edges)} / {bool(peers)}")
        elif edges:
            span = max(abs(edges[0]), abs(edges[-1]))
            worst = max(abs(a - b) for a, b in zip(edges, peers))
            # Four bytes hold about seven digits of the largest term.
            if worst > 4e-6 * span + 1e-4:
                differences.append(f"energies differ by {worst:.3g} keV")
    return differences


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", required=True, help="the built example read_spectra")
    arguments.add_argument("--verbose", action="store_true")
    arguments.add_argument("folders", nargs="+")
    arguments = arguments.parse_args()
    paths = []
    for folder in arguments.folders:
        if os.path.isfile(folder):
            paths.append(folder)
        for root, _, names in os.walk(folder):
            paths += [os.path.join(root, name) for name in sorted(names)]
    tally = collections.Counter()
    for path in sorted(paths):
        peer = peer_records(path)
        done = subprocess.run([arguments.program, "--edges", path], capture_output=True, text=True, check=False)
        own = json.loads(done.stdout) if done.stdout.strip() else {"error": f"exit {done.returncode}"}
        extension = os.path.splitext(path)[1].lower()
        if peer is None:
            tally[extension, "read by neither" if "error" in own else "read only here"] += 1
            if arguments.verbose:
                print("peer refuses", path, own.get("error", own.get("read", {}).get("format")))
            continue
        if "error" in own:
            tally[extension, "NOT READ"] += 1
            print("NOT READ", path, own["error"])
            continue
        differences = compare(own["read"]["spectra"], peer)
        if differences:
            tally[extension, "DIFFERS"] += 1
            print("DIFFERS", path, own["read"]["format"], "; ".join(differences[:4]), f"({len(differences)})")
        elif sum(bool(spectrum["counts"]) for spectrum in own["read"]["spectra"]) > sum(bool(r["counts"]) for r in peer):
            tally[extension, "agrees, more read here"] += 1
        else:
            tally[extension, "agrees"] += 1
    total = collections.Counter()
    for (extension, what), count in sorted(tally.items()):
        print(f"{extension or '(none)':8} {what:22} {count}")
        total[what] += count
    print("total", dict(total))
    return 1 if total["NOT READ"] or total["DIFFERS"] else 0


if __name__ == "__main__":
    sys.exit(main())
