#!/usr/bin/env python3
"""Writes the spectra of files again with SpecUtils (PyPI: SandiaSpecUtils), in each format it writes, for `compare_readers.py`.

    venv/bin/python benches/peers/write_with_peer.py OUT FILE...
"""

import os
import sys

import SpecUtils

FORMATS = {
    "chn": "Chn",
    "cnf": "Cnf",
    "csv": "Csv",
    "gr130": "ExploraniumGr130v0",
    "gr135": "ExploraniumGr135v2",
    "n42-2006": "N42_2006",
    "n42-2012": "N42_2012",
    "pcf": "Pcf",
    "spc-ascii": "SpcAscii",
    "spc-float": "SpcBinaryFloat",
    "spc-int": "SpcBinaryInt",
    "spe": "SpeIaea",
    "tka": "Tka",
    "txt": "Txt",
    "uri": "Uri",
}


def main():
    out, *files = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for number, path in enumerate(files):
        source = SpecUtils.SpecFile()
        source.loadFile(path, SpecUtils.ParserType.Auto)
        for name, kind in FORMATS.items():
            target = os.path.join(out, f"{number}.{name}")
            try:
                source.writeToFile(
                    target,
                    source.sampleNumbers()[:1] if name not in ("n42-2006", "n42-2012", "pcf") else source.sampleNumbers(),
                    source.detectorNumbers(),
                    getattr(SpecUtils.SaveSpectrumAsType, kind),
                )
            except (RuntimeError, TypeError) as error:
                print("not written", target, error)


if __name__ == "__main__":
    main()
