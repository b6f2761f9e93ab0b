#!/bin/sh
# Installs a package of the server in a clean Debian, runs it there as its service does, and takes it away again.
# Usage: try-utama-deb.sh PACKAGE.deb. No systemd runs there: the units are read by systemd-analyze in the tests of the server.
set -eu
package=$(realpath "$1")
cd "$(dirname "$0")/.."
command -v curl >/dev/null || { echo "Please install curl first." >&2; exit 1; }
trial=utama-deb
. scripts/clean-debian.sh
# Not the service's own, which a server beside this one may have.
listen=127.0.0.1:8618
as_service() { in_root runuser -u loket-utama -- env LOKET_UTAMA_LISTEN=$listen "$@"; }
data=$root/var/lib/loket-utama

echo "== as it is installed"
lacking=$(in_root sh -c 'ldd /usr/bin/loket-utama | grep "not found"' || true)
[ -z "$lacking" ] || fail "the package depends on too little: $lacking"
[ "$(stat -c %a "$data")" = 700 ] || fail "the data folder is open to others"
! in_root loket-utama doctor >/dev/null 2>&1 || fail "doctor finds nothing amiss before there is a database"

echo "== running"
as_service loket-utama serve >"$base.utama.log" 2>&1 &
for _ in $(seq 100); do
    curl -fsS "http://$listen/" >/dev/null 2>&1 && break
    sleep 0.2
done
curl -fsSL "http://$listen/" | grep -qi 'kata sandi' || fail "nobody can sign in; see $base.utama.log"
echo 'kucing makan empat ikan' | as_service loket-utama account --add siti.aminah --name 'Siti Aminah' >/dev/null ||
    fail "no account can be made"
as_service loket-utama doctor >"$base.doctor.log" || { cat "$base.doctor.log" >&2; fail "doctor finds something amiss"; }
cat "$base.doctor.log"
serving=$(in_root pidof loket-utama)
kill "$serving"
wait || true
as_service loket-utama check >/dev/null || fail "what it left is not sound"

echo "== removing"
take_away loket-utama
for left in usr/bin/loket-utama etc/loket-utama.toml lib/systemd/system/loket-utama.service usr/share/doc/loket-utama; do
    [ ! -e "$root/$left" ] || fail "$left is left behind"
done
[ -f "$data/utama.sqlite" ] || fail "the data went with the package"
echo "Installed, run and removed in a clean $release: $(basename "$package") ($(stat -c %s "$package") bytes)."
