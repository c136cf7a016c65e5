// The least that an Electron app can be: one window with an empty page, which hides when it is closed
// as ours does. What ours is compared with.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

let quitting = false;
app.once('before-quit', () => {
  quitting = true;
});

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 780 });
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
  return window.loadFile(join(__dirname, 'index.html'));
});
