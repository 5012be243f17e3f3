#!/bin/sh
# Draws the picture of the review page for the README: an entry of the queue over the Corpus, in a browser.
# Usage: Tools/review-picture.sh PROGRAM CORPUS PICTURE
set -eu
program=$1
corpus=$2
picture=$3

work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

archive=$work/archive.sqlite
# One document is encrypted: it is said, and no fault here.
"$program" ingest --quiet --no-copy --archive "$archive" "$corpus" >/dev/null || [ $? -eq 1 ]
"$program" serve --archive "$archive" --lang en --by Reviewer >"$work/address" &
server=$!
while [ ! -s "$work/address" ]; do sleep 0.2; done
address=$(tail -n 1 "$work/address")
entry=$(curl -s "${address}review" | grep -o 'href="/review/[0-9a-f]*"' | head -n 1 | cut -d '"' -f 2)
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/browser" \
  --window-size=1280,800 --virtual-time-budget=5000 --screenshot="$picture" "${address}${entry#/}" >/dev/null 2>&1
