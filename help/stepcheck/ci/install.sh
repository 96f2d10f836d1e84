#!/usr/bin/env bash
# Downloads stepcheck for the steps that follow: the step "Install stepcheck" of action.yml.
# Reads STEPCHECK_URL and STEPCHECK_SHA256.
set -euo pipefail

fail() {
  echo "::error title=stepcheck::$1"
  exit 2
}

[[ $STEPCHECK_URL == https://* ]] || fail "url has to begin with https://"
[[ $STEPCHECK_SHA256 =~ ^[0-9a-f]{64}$ ]] ||
  fail "sha256 has to be the SHA-256 of the file that url leads to: 64 hexadecimal digits, in lower case"

folder=$RUNNER_TEMP/stepcheck-bin
mkdir -p "$folder"
curl --fail --silent --show-error --location --proto '=https' --retry 3 \
  --output "$folder/stepcheck" -- "$STEPCHECK_URL" || fail "stepcheck can't be downloaded"
echo "$STEPCHECK_SHA256  $folder/stepcheck" | sha256sum --check --quiet ||
  fail "what url leads to does not have this sha256, so it is not run"
chmod +x "$folder/stepcheck"
echo "$folder" >> "$GITHUB_PATH"
