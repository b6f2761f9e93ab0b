#!/bin/sh
# Runs a program of Windows under Debian's Wine, for trying. Usage: wine.sh PROGRAM [arguments]; needs wine, wine64 and xvfb.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
export WINEPREFIX="${WINEPREFIX:-$here/target/windows/wine}" WINEDEBUG="${WINEDEBUG:--all}" WINEARCH=win64
# Nothing of it is laid in the home or in the menus of whoever tries.
export HOME="$WINEPREFIX/home" WINEDLLOVERRIDES="winemenubuilder.exe=d"
unset LD_LIBRARY_PATH
if [ ! -f "$WINEPREFIX/.done" ]; then
    mkdir -p "$HOME"
    wineboot -i >/dev/null 2>&1
    # Wine 8 says it is Windows 7.
    xvfb-run -a wine winecfg /v win10
    # Wine 8 has no bcryptprimitives.dll, from which Rust's library takes random bytes. For trying only: every Windows 10 and 11 has it.
    printf '%s\n' '#include <windows.h>' '#include <ntsecapi.h>' \
        '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE d, SIZE_T n) { return RtlGenRandom(d, (ULONG)n); }' |
        x86_64-w64-mingw32-gcc -xc - -O2 -shared -s -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" -ladvapi32
    wineserver -w
    touch "$WINEPREFIX/.done"
fi
exec wine "$@"
