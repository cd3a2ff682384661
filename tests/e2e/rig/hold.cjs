'use strict'
// Loaded into the desktop app before its own code (-r): holds "ready" back until Playwright listens. Without it, of thirty
// starts on a busy machine one hung for ever: Playwright came in just while the first window was being made. Playwright's own
// loader does the same, but only for the npm package's program, and it switches the keyring off.
const { app } = require('electron')

const whenReady = app.whenReady()
const emit = app.emit.bind(app)
let readyArguments = []
let isReady = false
let goOn
const held = new Promise((resolve) => (goOn = resolve))

app.isReady = () => isReady
app.whenReady = () => held
app.emit = (event, ...args) => {
  if (event !== 'ready' || isReady) return emit(event, ...args)
  readyArguments = args
  return app.listenerCount('ready') > 0
}

globalThis.__playwright_run = async () => {
  const event = await whenReady
  isReady = true
  goOn(event)
  emit('ready', ...readyArguments)
}
