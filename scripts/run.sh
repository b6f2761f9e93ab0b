#!/bin/sh
# Opens the built app. Without a display it opens on a virtual one and says where the screenshot is.
set -eu
app=target/debug/loket-ppid
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$app"
fi
echo "There is no display here: showing the window on a virtual one."
mkdir -p target/pictures
picture=$PWD/target/pictures/run.png
export LOKET_DATA="${LOKET_DATA:-$PWD/target/run-data}"
APP=$app PICTURE=$picture xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session -- sh -c '
    "$APP" 2>target/run.log & app=$!
    for _ in $(seq 60); do
        sleep 0.5
        import -window root "$PICTURE"
        # An unpainted screen has one colour or two.
        [ "$(identify -format %k "$PICTURE")" -gt 16 ] && painted=yes && break
    done
    sleep 1 && import -window root "$PICTURE"
    kill $app
    [ -n "${painted:-}" ]
' 2>/dev/null || { echo "The window was not painted; see target/run.log." >&2; exit 1; }
echo "Screenshot: $picture"
echo "Its data:   $LOKET_DATA"
echo "The whole job without a display: make demo"
