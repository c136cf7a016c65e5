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
