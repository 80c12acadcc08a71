#!/usr/bin/env bash
# Builds everything, runs every test, and ends with one plain line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."

results="$PWD/artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"

find_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

# The browser tests need a Chromium. Debian's and Ubuntu's package is enough; nothing is downloaded from elsewhere.
if ! find_chromium >/dev/null && command -v apt-get >/dev/null; then
  if [ "$(id -u)" = 0 ]; then
    as_root=""
  elif sudo -n true 2>/dev/null; then
    as_root="sudo"
  else
    as_root="no"
  fi
  if [ "$as_root" != no ]; then
    echo "Installing Chromium for the browser tests."
    { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium; } >"$results/chromium.log" 2>&1
  fi
fi
if chromium=$(find_chromium); then
  export CHROMIUM="$chromium"
else
  echo "No Chromium was found, so the browser tests are skipped: install Chromium or Chrome, or set CHROMIUM to its path."
fi

dotnet build MeshReadiness.sln --nologo -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# One project after the other: each starts servers and browsers of its own. Each is given about twice what it takes on a slow machine.
status=0
for project in Core.Tests Web.Tests Integration.Tests E2E.Tests; do
  echo "== $project"
  dotnet test --project "tests/$project" --no-build --no-progress --timeout 30m --long-running 300 --results-directory "$results" --report-trx --report-trx-filename "$project.trx" || status=$?
  [ -f "$results/$project.trx" ] || { echo "$project ended without a report."; status=1; }
done

# What failed stands again at the end, where nobody has to look for it between the lines of a thousand servers.
failures() {
  awk '
    /<UnitTestResult / { failed = /outcome="(Failed|Error|Timeout|Aborted)"/; match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11); told = 0 }
    failed && /<Message>/ { text = 1; sub(/.*<Message>/, "") }
    failed && text && told < 12 { if (told++ == 0) print "\n== failed: " name; line = $0; sub(/<\/Message>.*/, "", line); print "   " line }
    /<\/Message>/ { text = 0 }
  ' "$1" | sed 's/&quot;/"/g; s/&apos;/'"'"'/g; s/&lt;/</g; s/&gt;/>/g; s/&#xD;//g; s/&#xA;/ /g; s/&amp;/\&/g'
}

passed=0 failed=0 skipped=0
for report in "$results"/*.trx; do
  counters=$(grep -om1 '<Counters [^>]*' "$report") || { status=1; continue; }
  failures "$report"
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count executed) - $(count passed)))
  skipped=$((skipped + $(count total) - $(count executed)))
done

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$status" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
