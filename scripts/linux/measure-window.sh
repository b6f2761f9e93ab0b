#!/bin/sh
# How long the released desk takes to a painted window, and how much memory it then has, beside an empty window of the same WebKit measured
# in the same run. Usage: measure-window.sh [PROGRAM] [TIMES]. Prints seconds and MB (PSS of program, page and network together).
set -eu
program=$(realpath "${1:-target/release/loket-ppid}")
times=${2:-5}
[ -x "$program" ] || { echo "There is no $program; run make bench-window." >&2; exit 1; }
# What Debian ships to try WebKit with: a window with its bar, and nothing in it.
empty=$(find /usr/lib -path '*webkit2gtk-4.1/MiniBrowser' | head -n 1)
# One screen and one bus of its own, or another window's lock would be this one's.
[ -n "${APART:-}" ] || APART=yes exec xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session -- "$0" "$program" "$times" 3>&2 2>/dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GTK_A11Y=none NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1

# What was read before is read from the disk again, as in the morning; what other programs use now stays with them.
forget() {
    for file in "$1" $(ldd "$1" | grep -o '/[^ ]*'); do
        dd if="$file" iflag=nocache count=0 2>/dev/null || true
    done
}
# A process and all that it started, and what they hold of the memory together, in kB.
family() { echo "$1"; for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do family "$child"; done; }
held() { for process in $(family "$1"); do sed -n 's/^Pss: *\([0-9]*\) kB/\1/p' "/proc/$process/smaps_rollup" 2>/dev/null || true; done |
    awk '{ all += $1 } END { print int(all) }'; }
# The middle of what was measured.
middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
now() { date +%s%N; }

# What stands in the middle of the screen: how many colours, and the one at a corner of it.
seen() { import -window root -crop 600x300+380+200 +repage -format "$1" info: 2>/dev/null || true; }
with_text() { [ "$(seen %k)" -gt 8 ]; }
in_blue() { seen '%[pixel:p{0,0}]' | grep -q '(18,52,86)'; }

# Opens a window and says how long it took until it was painted so, and its memory two seconds after.
opened() {
    painted=$1
    shift
    began=$(now)
    "$@" >/dev/null 2>&1 &
    window=$!
    until $painted; do
        kill -0 $window 2>/dev/null || { echo "$1 ended before its window was painted." >&3; exit 1; }
        [ $(($(now) - began)) -lt 60000000000 ] || { echo "$1 painted no window." >&3; exit 1; }
    done
    took=$((($(now) - began) / 1000000))
    sleep 2
    echo "$took $(held $window)"
    kill $window 2>/dev/null || true
    wait $window 2>/dev/null || true
}

for which in cold warm; do
    for turn in $(seq "$times"); do
        [ $which = warm ] || forget "$program"
        LOKET_DATA=$work/$which-$turn opened with_text "$program"
    done >"$work/$which"
    awk '{ print $1 / 1000 }' "$work/$which" | middle | sed "s/^/$which start to a painted window, s: /"
done
awk '{ print $2 / 1000 }' "$work/warm" | middle | sed 's/^/memory at the first start, MB: /'
[ -n "$empty" ] || { echo "WebKit's own empty window is not here: nothing to compare with."; exit 0; }
printf '<body style="background:#123456">' >"$work/empty.html"
for turn in $(seq "$times"); do
    HOME=$work opened in_blue "$empty" "file://$work/empty.html"
done >"$work/empty"
awk '{ print $2 / 1000 }' "$work/empty" | middle | sed "s/^/memory of WebKit's own window with an empty page, MB: /"
