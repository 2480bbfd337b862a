"""The same labelled pairs of names through nomenklatura and through `tripoint party compare`, in one run.

    python3 -m venv venv && venv/bin/pip install nomenklatura
    venv/bin/python benches/peers/party_pairs.py PAIRS.csv path/to/tripoint

PAIRS.csv has the columns schema, name1, name2, is_match, quality. Times are of one process each, processor seconds.
"""

import csv
import json
import resource
import subprocess
import sys
import time

from followthemoney import model
from nomenklatura.matching import get_algorithm

PAIRS, TRIPOINT = sys.argv[1], sys.argv[2]


def f1(found, truth):
    right = sum(f and t for f, t in zip(found, truth))
    wrong = sum(f != t for f, t in zip(found, truth))
    return 2 * right / (2 * right + wrong)


def report(name, found, truth, quality, seconds):
    strong = sum(f != t for f, t, q in zip(found, truth, quality) if q == "STRONG")
    each = seconds / len(truth) * 1e6
    print(f"{name}: F1 {f1(found, truth):.3f}, STRONG wrong {strong}, {each:.0f} µs a pair")


rows = list(csv.DictReader(open(PAIRS, encoding="utf-8")))
truth = [row["is_match"] == "true" for row in rows]
quality = [row["quality"] for row in rows]


def entity(number, row, name):
    schema = row["schema"] if row["schema"] in ("Person", "Company", "Organization", "Vessel") else "LegalEntity"
    made = model.make_entity(schema)
    # The peer remembers by id: each gets its own.
    made.id = f"e{number}"
    made.add("name", name)
    return made


pairs = [(entity(2 * n, row, row["name1"]), entity(2 * n + 1, row, row["name2"])) for n, row in enumerate(rows)]
for name in ("logic-v2", "logic-v1", "name-based"):
    algorithm = get_algorithm(name)
    config = algorithm.default_config()
    start = time.process_time()
    found = [algorithm.compare(a, b, config).score >= 0.7 for a, b in pairs]
    report(f"nomenklatura {name}", found, truth, quality, time.process_time() - start)

kinds = {"Person": "person", "Vessel": "vessel"}
lines = "".join(
    json.dumps({"id": n, "kind": kinds.get(row["schema"], "organisation"), "a": row["name1"], "b": row["name2"]}) + "\n"
    for n, row in enumerate(rows)
)
before = resource.getrusage(resource.RUSAGE_CHILDREN)
done = subprocess.run([TRIPOINT, "party", "compare", "--json"], input=lines, capture_output=True, text=True, check=True)
after = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
found = [json.loads(line)["match"] for line in done.stdout.splitlines()]
report("tripoint party compare (start of the program included)", found, truth, quality, seconds)
