; The Windows installer of Loket PPID, made on Debian by makensis: nothing is downloaded, no administrator is needed, nothing is asked with /S.
;   makensis -DVERSION=0.1.0 -DPROGRAMS=DIR -DICON=icon.ico -DOUT=setup.exe loket.nsi
; It ends with 0, or says why not: 3 another Windows, 4 the program stays open, 5 not written, 6 a newer version is there.
Target amd64-unicode
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
; A setup that was cut short on its way is refused, whatever it is started with.
CRCCheck force
AllowSkipFiles off
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define NAME "Loket PPID"
!define EXE "loket-ppid.exe"
!define DATA "$LOCALAPPDATA\id.loketppid.meja"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\id.loketppid.meja"
!define WEBVIEW2 "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "Pemasang ${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT / Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
; Beside the last page stands the program's own icon, not NSIS' picture.
!tempfile BANNER
!system 'convert -size 164x314 "xc:rgb(12,92,100)" ../../src-tauri/icons/128x128.png -geometry +18+36 -composite "BMP3:${BANNER}"' = 0
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_FINISHPAGE_TITLE "${NAME} sudah terpasang"
!define MUI_FINISHPAGE_TEXT "Tautan ${NAME} ada di desktop dan di menu Start.$\r$\n$\r$\nPilih Selesai."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "Buka ${NAME} sekarang"
!define MUI_DIRECTORYPAGE_TEXT_TOP "${NAME} ${VERSION} dipasang di folder ini, untuk akun Windows Anda saja dan tanpa administrator. Pilih Instal."
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "${NAME} memerlukan Windows 10 atau 11 (64-bit); pasang di komputer lain." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      MessageBox MB_ICONSTOP "${NAME} $0 yang lebih baru sudah terpasang; pemasang versi ${VERSION} ini tidak dijalankan." /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; An update may start this while the old program is still going away, so it is waited for before anybody is asked.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  StrCpy $1 0
  again:
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXE}" a
    ${If} ${Errors}
      IntOp $1 $1 + 1
      ${If} $1 < 40
        Sleep 250
        Goto again
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} masih terbuka. Tutup dahulu, lalu pilih Coba Lagi." /SD IDCANCEL IDRETRY again
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; The window needs Microsoft's WebView2. Windows 11 has it; an older Windows 10 may not.
Function WebView
  SetRegView 64
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\${WEBVIEW2}" "pv"
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\Microsoft\EdgeUpdate\Clients\${WEBVIEW2}" "pv"
  ${EndIf}
  ${If} $0 != ""
  ${AndIf} $0 != "0.0.0.0"
    Return
  ${EndIf}
  ; Laid beside the setup, on the same stick, by the regency.
  StrCpy $1 "$EXEDIR\MicrosoftEdgeWebView2RuntimeInstallerX64.exe"
  ${IfNot} ${FileExists} $1
    StrCpy $1 "$EXEDIR\MicrosoftEdgeWebview2Setup.exe"
  ${EndIf}
  ${If} ${FileExists} $1
    DetailPrint "Memasang Microsoft Edge WebView2..."
    ExecWait '"$1" /silent /install' $2
    ${If} $2 = 0
      Return
    ${EndIf}
  ${EndIf}
  MessageBox MB_ICONEXCLAMATION "Komputer ini belum punya Microsoft Edge WebView2, yang diperlukan jendela ${NAME}. Taruh MicrosoftEdgeWebView2RuntimeInstallerX64.exe dari Microsoft di samping pemasang ini, lalu jalankan pemasang ini lagi." /SD IDOK
FunctionEnd

; Also where the disk filled up while a file was written: then NSIS itself has said which.
Function .onInstFailed
  Delete "$INSTDIR\${EXE}.baru"
  Delete "$INSTDIR\WebView2Loader.dll.baru"
  SetErrorLevel 5
FunctionEnd

Function NotWritten
  Delete "$INSTDIR\${EXE}.baru"
  Delete "$INSTDIR\WebView2Loader.dll.baru"
  MessageBox MB_ICONSTOP "${NAME} tidak dapat ditulis di $INSTDIR. Kosongkan sebagian disk atau matikan antivirus sebentar, lalu pasang lagi; versi yang lama masih ada." /SD IDOK
  SetErrorLevel 5
  Quit
FunctionEnd

; Each file is written beside and takes its place in one step, so that a setup that is ended leaves the old program or the new one.
!macro Place FILE
  ClearErrors
  File "/oname=${FILE}.baru" "${PROGRAMS}/${FILE}"
  ${If} ${Errors}
    Call NotWritten
  ${EndIf}
!macroend
!macro Settle FILE
  ; 1 in place of the old one, 8 only then go on.
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\${FILE}.baru", w "$INSTDIR\${FILE}", i 9) i .r0'
  ${If} $0 = 0
    Call NotWritten
  ${EndIf}
!macroend

Section "" PROGRAM
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  ; The new version lies beside the old one for a moment. Asked of the folder, which need not lie where its drive begins.
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r1, *l, *l) i .r0'
  ${If} $0 <> 0
    SectionGetSize ${PROGRAM} $2
    System::Int64Op $1 / 1024
    Pop $1
    System::Int64Op $1 < $2
    Pop $0
    ${If} $0 = 1
      Call NotWritten
    ${EndIf}
  ${EndIf}
  !insertmacro Place "WebView2Loader.dll"
  !insertmacro Place "${EXE}"
  !insertmacro Settle "WebView2Loader.dll"
  !insertmacro Settle "${EXE}"
  WriteUninstaller "$INSTDIR\copot.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\copot.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\copot.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  ; /UPDATE: what is needed was there already. /R: start the program again.
  ${GetParameters} $8
  ClearErrors
  ${GetOptions} $8 "/UPDATE" $9
  ${If} ${Errors}
    Call WebView
  ${EndIf}
  ClearErrors
  ${GetOptions} $8 "/R" $9
  ${IfNot} ${Errors}
    Exec '"$INSTDIR\${EXE}"'
  ${EndIf}
SectionEnd

; The office's records are not the program: they stay, unless a person says twice that they go.
Section "un."
  Call un.WaitUntilClosed
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\copot.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${KEY}"
  ${If} ${FileExists} "${DATA}\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Program sudah dicopot. Data kantor tetap disimpan di ${DATA} dan terbaca lagi setelah dipasang ulang.$\r$\n$\r$\nHapus juga data kantor?" /SD IDNO IDNO kept
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Semua permohonan, surat dan lampiran di komputer ini akan hilang dan tidak dapat dikembalikan tanpa cadangan.$\r$\n$\r$\nSungguh hapus?" /SD IDNO IDNO kept
    RMDir /r "${DATA}"
    kept:
  ${EndIf}
SectionEnd

!delfile "${BANNER}"
