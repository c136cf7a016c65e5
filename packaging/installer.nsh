; Electron runs on Windows 10 and newer, on 64 bits (Electron 23, 44: breaking changes); electron-builder's
; own check ends at Windows 7, and leaves 32 bits alone where there is an arm64 package. Quit says 2.
!macro customInit
  ${ifNot} ${AtLeastWin10}
  ${orIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "教师工作台需要 64 位的 Windows 10 或更新的版本。$\r$\n$\r$\nStaffroom needs 64-bit Windows 10 or newer." /SD IDOK
    Quit
  ${endIf}
!macroend

; What the app itself writes to the person's registry, for electron-builder's NSIS uninstaller, which
; also runs before each update.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; Electron, app.setAsDefaultProtocolClient
    DeleteRegKey HKCU "Software\Classes\staffroom"
    ; Electron, app.setLoginItemSettings; the name is the app's id
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "cn.staffroom.desktop"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "cn.staffroom.desktop"
  ${endIf}
!macroend
