"""Screening of whole lists of names, nomenklatura and Tripoint side by side in one run.

    python3 -m venv venv && venv/bin/pip install nomenklatura
    venv/bin/python benches/peers/party_screening.py FOLDER path/to/tripoint [NAMES]

FOLDER holds sources/UN_consolidated.xml, un_names_clean.csv, un_names_treated.csv and other_names.csv (column full_name). NAMES
is how many names of other people the peer is asked about (2,000 when not told): it is slow. Both are asked about the same names
as people, with nothing but the name, against the list of the UN alone; both use one thread, and times are seconds of processor.
The peer finds candidates with its own index and judges them at 0.7, its own default threshold.
"""

import csv
import json
import logging
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from xml.etree import ElementTree

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker.index import Index
from nomenklatura.matching import get_algorithm
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

logging.disable(logging.WARNING)
FOLDER, TRIPOINT = Path(sys.argv[1]), sys.argv[2]
NAMES = int(sys.argv[3]) if len(sys.argv) > 3 else 2_000
UN = FOLDER / "sources" / "UN_consolidated.xml"


def names_of(file):
    with open(FOLDER / file, encoding="utf-8") as rows:
        return [row["full_name"] for row in csv.DictReader(rows)]


clean, treated, others = names_of("un_names_clean.csv"), names_of("un_names_treated.csv"), names_of("other_names.csv")
random.Random(1).shuffle(others)


def entity(dataset, number, schema, names):
    data = {"id": number, "schema": schema, "properties": {"name": names}}
    return StatementEntity.from_data(dataset, data)


def listed(dataset):
    for record in ElementTree.parse(UN).getroot().iter():
        if record.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        parts = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
        whole = " ".join(filter(None, ((record.findtext(part) or "").strip() for part in parts)))
        names = [whole, record.findtext("NAME_ORIGINAL_SCRIPT")]
        names += [alias.findtext("ALIAS_NAME") for alias in record.iter(f"{record.tag}_ALIAS")]
        schema = "Person" if record.tag == "INDIVIDUAL" else "Organization"
        names = [name.strip() for name in names if name and name.strip()]
        yield entity(dataset, f"un-{record.findtext('DATAID')}", schema, names)


def report(who, loaded, seconds, count, memory):
    print(f"{who}: list loaded in {loaded:.2f} s; {count} names in {seconds:.2f} s of processor, {count / max(seconds, 1e-3):,.0f} a second; peak {memory:.0f} MB")


def quality(who, hit_treated, hit_others, asked):
    print(f"{who}: {hit_treated} of {len(treated)} distorted names hit; {hit_others} alerts on {asked} names of others, {hit_others / asked:.5f}")


def with_peer(algorithm):
    dataset = Dataset.make({"name": "bench", "title": "Bench"})
    start = time.process_time()
    store = MemoryStore(dataset, Linker({}))
    listed_by_id = {}
    with store.writer() as writer:
        for one in listed(dataset):
            listed_by_id[one.id] = one
            writer.add_entity(one)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder))
        index.con.execute("SET threads = 1")
        index.build()
        loaded = time.process_time() - start
        scorer = get_algorithm(algorithm)
        config = scorer.default_config()

        def hits(prefix, names):
            asked = {f"{prefix}-{n}": entity(dataset, f"{prefix}-{n}", "Person", [name]) for n, name in enumerate(names)}
            found = set()
            for number, candidates in index.match_entities(asked.values()):
                asks = asked[str(number)]
                if any(scorer.compare(asks, listed_by_id[str(c)], config).score >= 0.7 for c, _ in candidates):
                    found.add(str(number))
            return len(found)

        hit_treated = hits("t", treated)
        start = time.process_time()
        hit_others = hits("o", others[:NAMES])
        seconds = time.process_time() - start
        index.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report(f"nomenklatura {algorithm}", loaded, seconds, NAMES, memory)
    quality(f"nomenklatura {algorithm}", hit_treated, hit_others, NAMES)


def watch(child, peak):
    """The peak of the child's memory, asked for until it ends: what the kernel keeps afterwards counts the parent's too."""
    while child.poll() is None:
        try:
            status = Path(f"/proc/{child.pid}/status").read_text()
            peak.append(int(status.split("VmHWM:")[1].split()[0]) / 1024)
        except (OSError, IndexError):
            pass
        time.sleep(0.01)


def run(lines):
    """One run of Tripoint over these names: answers and peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(UN.resolve(), Path(folder) / "un.xml")
        text = "".join(json.dumps({"id": n, "kind": "person", "name": name}) + "\n" for n, name in enumerate(lines))
        command = [TRIPOINT, "party", "screen", "--json", "--lists", folder, "--threads", "1"]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        peak = [0]
        watcher = threading.Thread(target=watch, args=(child, peak))
        watcher.start()
        out, _ = child.communicate(text)
        watcher.join()
    return [json.loads(line) for line in out.splitlines()], max(peak)


def with_tripoint():
    def timed(lines):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        answers = run(lines)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return answers, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # The run over one name is the load of the list and the start of the program; the rest is the names.
    _, loaded = timed(others[:1])
    (answers, memory), seconds = timed(others)
    report("tripoint party screen (reading and writing JSON included)", loaded, seconds - loaded, len(others), memory)
    hit = lambda found: sum(bool(answer["hits"]) for answer in found)
    quality("tripoint party screen", hit(run(treated)[0]), hit(answers), len(others))


with_tripoint()
for algorithm in ("logic-v2", "logic-v1", "name-based"):
    with_peer(algorithm)
