#!/bin/sh
# The browser tests need Chromium; Debian's is installed when that is possible here.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ -d "/Applications/Google Chrome.app" ] || [ -d "/Applications/Chromium.app" ]; then exit 0; fi
if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null
  exit 0
fi
echo "The tests open the site in Chromium. Install it, then run 'make test' again:" >&2
echo "  Debian, Ubuntu: sudo apt-get install chromium     macOS: brew install --cask chromium" >&2
exit 2
