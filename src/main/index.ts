import { BrowserWindow, app, net } from 'electron'
import { registerAppScheme, serveApp } from './appProtocol.ts'
import { fenceDefaultSession, raiseFences } from './fences.ts'
import { openHost } from './host.ts'
import { answerWindows } from './ipc.ts'
import { systemKeyring } from './keyring.ts'
import { answerKiosk } from './kiosk.ts'
import { endWithLauncher } from './leash.ts'
import { setMenu } from './menu.ts'
import { devServer } from './origin.ts'
import { watchPower } from './power.ts'
import { emptyCrashDumps } from './residues.ts'
import { builtFiles, openWindow } from './window.ts'

/** The desktop shell: makes the parts and joins them. */
const files = builtFiles(import.meta.dirname)
const dev = devServer(app.isPackaged)
const about = {
  host: 'electron' as const,
  appVersion: __APP_VERSION__,
  localServer: process.env['GATHER_LOCAL_SERVER'] || null,
  sample: process.env['GATHER_SAMPLE'] === '1',
}

const folder = process.env['GATHER_USER_DATA']
if (folder) app.setPath('userData', folder)
app.commandLine.appendSwitch('js-flags', '--expose-gc') // the worker lets go of what a load left, while nobody is at the door
app.commandLine.appendSwitch('disable-breakpad') // no crash dumps: a dump is a picture of memory
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox() // root on Linux has none; each window stays without Node
registerAppScheme()
raiseFences(dev)

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit() // the first one comes to the front instead: two would write to one journal

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  void emptyCrashDumps(app.getPath('crashDumps'))
  endWithLauncher()
  setMenu()
  fenceDefaultSession(dev)
  await serveApp(files.renderer)
  const ipc = answerWindows(openHost(userData, { keyring: systemKeyring, fetch: net.fetch, hasNetwork: () => net.isOnline() }), dev)
  watchPower(ipc.tell)
  answerKiosk({ preload: files.kioskPreload, dev, tell: ipc.tell })
  await openWindow({ about, preload: files.preload, dev, isPackaged: app.isPackaged })
}

app.on('second-instance', () => {
  const window = BrowserWindow.getAllWindows().find((one) => one.isVisible()) // with a kiosk open, that is the kiosk
  if (window?.isMinimized()) window.restore()
  window?.focus()
})
app.on('window-all-closed', () => app.quit())
