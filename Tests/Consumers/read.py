"""Reads a SARIF log and a JUnit file as their consumers do. read.py KIND SARIF JUNIT"""

import json
import sys

from junitparser import JUnitXml
from sarif_pydantic import Sarif

kind, log, tests = sys.argv[1:]
with open(log, encoding="utf-8") as file:
    sarif = Sarif.model_validate(json.load(file))
suites = JUnitXml.fromfile(tests)

results = [result for run in sarif.runs for result in run.results or []]
cases = [case for suite in suites for case in suite]
failed = [case for case in cases if any(type(r).__name__ == "Failure" for r in case.result)]
print(f"{kind}: {len(results)} results, {len(cases)} test cases, {len(failed)} failed")
errors = [result for result in results if getattr(result.level, "value", result.level) == "error"]
if bool(errors) != (kind == "failing") or bool(failed) != (kind == "failing"):
    sys.exit(f"{kind}: {len(errors)} errors, {len(failed)} failed test cases")
