#!/bin/sh
# After a deb or rpm was unpacked, also over an older one. electron-builder fills in the names.
set -e
app='/opt/${sanitizedProductName}'

ln -sf "$app/${executable}" '/usr/bin/${executable}'

# Chromium takes this helper where ordinary users may make no namespaces, as on Debian 10 and the UOS
# made from it. Whether they may cannot be tried out here: this script runs as root, who always may.
chown root:root "$app/chrome-sandbox"
chmod 4755 "$app/chrome-sandbox"

# Ubuntu 24.04 lets only programs with an AppArmor profile make namespaces. Older versions of AppArmor
# do not know the profile's ABI, and do not need it. In a chroot, where disk images are made, there is
# no kernel of the image's own to tell.
profile='/etc/apparmor.d/${executable}'
if type apparmor_parser >/dev/null 2>&1 \
  && apparmor_parser --skip-kernel-load --skip-cache "$app/resources/apparmor-profile" >/dev/null 2>&1; then
  cp -f "$app/resources/apparmor-profile" "$profile"
  if aa-enabled --quiet 2>/dev/null && ! { type ischroot >/dev/null 2>&1 && ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
  fi
fi
