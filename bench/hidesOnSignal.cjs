// Loaded into the main process by NODE_OPTIONS, in ours and in the blank window alike: hides the window
// when told to by a signal, as a person does by closing ours. Nothing has to be attached for it.
process.on('SIGUSR2', () => {
  for (const window of require('electron').BrowserWindow.getAllWindows()) window.hide();
});
