// The least that an Electron app can be: one window with an empty page. What ours is compared with.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 780 });
  return window.loadFile(join(__dirname, 'index.html'));
});
