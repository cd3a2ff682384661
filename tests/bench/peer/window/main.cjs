'use strict'
// A window for the peer's page: the same Electron, the same fences as ours, nothing of our app.
const { app, BrowserWindow } = require('electron')

const address = process.env.BENCH_PEER_PAGE
const folder = process.env.GATHER_USER_DATA
if (folder) app.setPath('userData', folder)
void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  await window.loadURL(address)
})
app.on('window-all-closed', () => app.quit())
