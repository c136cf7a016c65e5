#!/bin/sh
# After the files of a deb or rpm were removed. electron-builder fills in the names.
set -e

# dpkg says what it did in a word, rpm how many versions are left. A newer version has been installed
# already when rpm removes the older one.
case "$1" in
  remove | purge | disappear | 0) ;;
  *) exit 0 ;;
esac

rm -f '/usr/bin/${executable}'

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if aa-enabled --quiet 2>/dev/null && ! { type ischroot >/dev/null 2>&1 && ischroot; }; then
    apparmor_parser --remove "$profile" >/dev/null 2>&1 || true
  fi
  rm -f "$profile"
fi

# The machine's deployment file is IT's configuration of the app: it stays until that is wanted gone.
if [ "$1" = purge ]; then
  rm -f /etc/staffroom/deployment.json
  rmdir /etc/staffroom 2>/dev/null || true
fi
