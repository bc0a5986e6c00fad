#!/bin/sh
# Fetch a fragment to a file of a website; the old file stays unless all of the new one has come.
#
#     fetch-notice.sh https://www.example.fi/tietosuoja/fi/asiakasrekisteri/plain.html /var/www/shop/privacy.html
set -eu
new=$(mktemp "$2.XXXXXX")
trap 'rm -f "$new"' EXIT
curl --fail --silent --show-error --location --max-time 60 --output "$new" "$1"
if ! head -c 11 "$new" | grep -q '^<div ' || [ "$(tail -n 1 "$new")" != '</div>' ]; then
  echo "$1 is no whole fragment" >&2
  exit 1
fi
chmod 644 "$new"
mv "$new" "$2"
