#!/usr/bin/env bash
# Checks the pages: the step "Check the pages" of action.yml.
# Reads STEPCHECK_BINARY, STEPCHECK_PATHS, STEPCHECK_FAIL_ON, STEPCHECK_ARGS and STEPCHECK_SARIF.
# The command itself writes the summary of the job, to the file that GITHUB_STEP_SUMMARY names.
set -euo pipefail

# The lines of a text, without the white space around them and without empty ones.
lines() {
  sed 's/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d' <<< "$1"
}

mapfile -t paths < <(lines "$STEPCHECK_PATHS")
mapfile -t args < <(lines "$STEPCHECK_ARGS")
args+=("--format=github" "--fail-on=$STEPCHECK_FAIL_ON")
sarif=
if [[ $STEPCHECK_SARIF == true ]]; then
  sarif=$RUNNER_TEMP/stepcheck.sarif
  args+=("--output=sarif=$sarif")
fi

status=0
# No path is taken for an option.
"$STEPCHECK_BINARY" check "${args[@]}" -- "${paths[@]}" || status=$?
if [[ -n $sarif && -f $sarif ]]; then echo "sarif=$sarif" >> "$GITHUB_OUTPUT"; fi
exit "$status"
