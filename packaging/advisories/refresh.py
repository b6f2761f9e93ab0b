#!/usr/bin/env python3
"""Makes `rustsec.jsonl` of a checkout of the RustSec advisory database, whose folder is the one argument.

`tests/house/advisories.rs` reads it, so that advisories are asked without a network. Run it before a release.
"""

import json
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent


def git(checkout: str, *arguments: str) -> str:
    return subprocess.check_output(["git", "-C", checkout, *arguments], text=True)


def advisories(checkout: str):
    names = git(checkout, "ls-tree", "-r", "HEAD", "--name-only", "crates/").split("\n")
    wanted = sorted(name for name in names if re.fullmatch(r"crates/[^/]+/RUSTSEC-[\d-]+\.md", name))
    for name in wanted:
        text = git(checkout, "show", f"HEAD:{name}")
        front = tomllib.loads(re.search(r"```toml\n(.*?)\n```", text, re.S)[1])
        advisory = front["advisory"]
        if "withdrawn" in advisory:
            continue
        rest = text.split("```", 2)[2]
        title = re.search(r"^# (.*)$", rest, re.M)
        versions = front.get("versions", {})
        yield {
            "id": advisory["id"],
            "package": advisory["package"],
            "kind": advisory.get("informational", "vulnerability"),
            "patched": versions.get("patched", []),
            "unaffected": versions.get("unaffected", []),
            "title": title[1] if title else "",
        }


def main() -> None:
    checkout = sys.argv[1]
    day = git(checkout, "log", "-1", "--format=%cs").strip()
    commit = git(checkout, "rev-parse", "HEAD").strip()
    with open(HERE / "rustsec.jsonl", "w", encoding="utf-8") as out:
        print(json.dumps({"as_of": day, "commit": commit}), file=out)
        for advisory in advisories(checkout):
            print(json.dumps(advisory, ensure_ascii=False), file=out)


main()
