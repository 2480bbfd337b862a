#!/usr/bin/env python3
"""Makes `nuclides.tsv` from the evaluated tables; see README.md. Usage: generate.py FOLDER-OF-TABLES > nuclides.tsv

FOLDER-OF-TABLES holds gamma_ensdf_2023-09.csv.gz, photons_decay2012.csv.gz, isomer_gammas.csv, half_life_endfb8.tsv,
decay_branches_endfb8.tsv and ensdf_suspect_sets.csv. Only the standard library is used.
"""
import collections
import csv
import gzip
import math
import os
import re
import sys

TABLES = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
# Photons per decay below which a line is left out: of a nuclide an instrument must know, and of the others.
LIBRARY_FLOOR, OTHER_FLOOR = 1e-4, 5e-3
# The most lines kept of one nuclide.
LIBRARY_LINES, OTHER_LINES = 120, 25
# Key weak lines: special nuclear material is weak, so its lines are kept far below the floor.
KEY_FLOOR = {"Pu-239": 4e-7, "Pu-238": 1e-6, "Pu-240": 1e-7, "U-238": 1e-4, "U-233": 1e-6, "U-234": 1e-5, "Am-241": 1e-7, "Pu-241": 1e-8,
             "Np-237": 1e-5, "Pa-234m": 1e-5, "U-235": 1e-5, "U-232": 1e-5, "Y-90": 1e-6, "Sr-89": 1e-6, "Rb-86": 1e-4}
HOUR = 3600.0


def hyphenated(name):
    """`Tc99m` and `Tc99_m1` are both `Tc-99m`; the second isomer is `n`."""
    found = re.fullmatch(r"([A-Z][a-z]?)(\d+)(?:_?(m1|m2|m3|m|n|e1))?", name)
    if not found:
        return None
    isomer = {None: "", "m1": "m", "m": "m", "m2": "n", "n": "n", "m3": "q", "e1": "e"}[found[3]]
    return f"{found[1]}-{found[2]}{isomer}"


def rows(name):
    path = os.path.join(TABLES, name)
    with (gzip.open(path, "rt") if name.endswith(".gz") else open(path)) as file:
        if name.endswith(".tsv"):
            for line in file:
                if not line.startswith("#") and line.strip():
                    yield line.rstrip("\n").split("\t")
        else:
            yield from csv.DictReader(file)


half_life = {}
for row in rows("half_life_endfb8.tsv"):
    name = hyphenated(row[0])
    if name:
        half_life[name] = float(row[1])
branches = collections.defaultdict(list)
for row in rows("decay_branches_endfb8.tsv"):
    parent, child = hyphenated(row[0]), hyphenated(row[1])
    if parent and child:
        branches[parent].append((child, float(row[2])))
suspect = {hyphenated(r["parent"]) for r in rows("ensdf_suspect_sets.csv") if r["parent_level_keV"] == "0"}
already = {}
for row in rows("isomer_gammas.csv"):
    parents = {hyphenated(p.strip().rstrip("*")) for p in re.split(r"[ ;,]+", row["already_listed_under"]) if p.strip()}
    if parents:
        already[(hyphenated(row["nuclide"]), round(float(row["energy_keV"]), 1))] = parents

ensdf = collections.defaultdict(lambda: collections.defaultdict(float))
for row in rows("gamma_ensdf_2023-09.csv.gz"):
    name = hyphenated(row["parent"])
    if row["parent_level_keV"] == "0" and name:
        ensdf[name][float(row["energy_keV"])] += float(row["intensity_per_decay"])
photons = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(float)))
for row in rows("photons_decay2012.csv.gz"):
    name = hyphenated(row["nuclide"])
    if name:
        photons[name][row["kind"]][float(row["energy_keV"])] += float(row["intensity_per_decay"])
        half_life.setdefault(name, float(row["half_life_s"]))


def own_lines(name):
    """(energy, intensity, kind, source) of one nuclide. Isomers and suspect sets are read from decay_2012."""
    lines = []
    isomer = name[-1].isalpha()
    if name in ensdf and not isomer and name not in suspect:
        lines += [(e, i, "g", "e") for e, i in ensdf[name].items()]
    else:
        lines += [(e, i, "g", "d") for e, i in photons[name]["gamma"].items()]
    lines += [(e, i, "x", "d") for e, i in photons[name]["xray"].items() if e >= 8]
    annihilation = sum(photons[name]["annihilation"].values())
    if annihilation > 0:
        lines.append((511.0, annihilation, "a", "d"))
    return [line for line in lines if line[1] <= 3.0]


def merged(lines):
    """Lines of one kind closer than 0.05 keV are one line."""
    out = []
    for line in sorted(lines, key=lambda l: (l[2], l[0])):
        if out and out[-1][2] == line[2] and line[0] - out[-1][0] < 0.05:
            e, i, k, s = out[-1]
            total = i + line[1]
            out[-1] = ((e * i + line[0] * line[1]) / total, total, k, s)
        else:
            out.append(line)
    return out


library = []
with open(os.path.join(HERE, "library.tsv")) as file:
    for row in csv.DictReader(file, delimiter="\t"):
        library.append(row)


def members(row):
    """Nuclides in equilibrium with the parent: (nuclide, activity per decay of the parent)."""
    parent = row["nuclide"]
    found = collections.OrderedDict([(parent, 1.0)])
    # An isomer shorter than its parent is always in equilibrium; further daughters only where the library says so.
    deep = row["through"] == "*"
    stops = set((row["stop"] or "").split(","))
    limit = float(row["until_s"] or 1e9)
    parent_life = half_life.get(parent, math.inf)
    todo = [(parent, 1.0)]
    while todo:
        name, activity = todo.pop(0)
        for child, share in branches.get(name, []):
            if child in stops or share <= 0:
                continue
            life = half_life.get(child, math.inf)
            is_isomer = child[-1].isalpha()
            if not (deep or (is_isomer and life < 0.05 * parent_life)):
                continue
            if life >= min(parent_life, limit) or not math.isfinite(life) or life <= 0:
                continue
            ratio = parent_life / (parent_life - life)
            gained = activity * share * (ratio if ratio < 3 else 1.0)
            if gained < 1e-5:
                continue
            found[child] = found.get(child, 0.0) + gained
            todo.append((child, gained))
    return found


table = {}
wanted = {}
chains = []
for row in library:
    chain = members(row)
    # One owner per line: what stands under the parent is taken from the isomer.
    chains.append((row, chain))
    for name in chain:
        wanted[name] = True
for name in set(ensdf) | set(photons):
    if name not in wanted and HOUR <= half_life.get(name, 0) < 1e25:
        wanted[name] = False

print("# Lines of nuclides: energies in keV, photons per decay of the nuclide itself. Made by generate.py; see README.md.")
print("# nuclide, half-life in seconds, lines: energy:intensity followed by kind (g gamma, x x-ray, a annihilation) and source (e ENSDF 2023-09, d decay_2012)")
for name in sorted(wanted, key=lambda n: (re.sub(r"[^A-Za-z].*", "", n), int(re.search(r"\d+", n)[0]), n)):
    in_library = wanted[name]
    floor = KEY_FLOOR.get(name, LIBRARY_FLOOR if in_library else OTHER_FLOOR)
    most = LIBRARY_LINES if in_library else OTHER_LINES
    lines = [l for l in merged(own_lines(name)) if l[1] >= floor and l[0] >= 8 and (in_library or l[2] != "x")]
    lines = sorted(lines, key=lambda l: -l[1])[:most]
    if not lines or not in_library and max(l[1] for l in lines) < 0.02:
        if not in_library:
            continue
    text = " ".join(f"{e:.2f}:{i:.3g}{k}{s}".replace("e-0", "e-") for e, i, k, s in sorted(lines))
    print(f"{name}\t{half_life.get(name, 0):.4g}\t{text}")
print("# Equilibrium: parent, categories, commonness (0 seen everywhere, 3 seldom), members with their activity per decay of the parent,")
print("# and lines of members that are already listed under their parent and must not be counted twice")
for row, chain in chains:
    twice = []
    for (isomer, energy), parents in already.items():
        listed = [p for p in parents & set(chain) if any(c == isomer for c, _ in branches[p]) and any(abs(l[0] - energy) < 0.4 for l in own_lines(p))]
        if isomer in chain and listed:
            twice.append(f"{isomer}@{energy:.1f}")
    inside = " ".join(f"{n}:{a:.4g}" for n, a in chain.items())
    print(f"={row['nuclide']}\t{row['categories']}\t{row['commonness']}\t{inside}\t{' '.join(twice)}")
