import { contextBridge, ipcRenderer } from 'electron'
import {
  aboutArgument,
  closeKioskChannel,
  kioskWorkerPortChannel,
  openKioskChannel,
  portChannel,
  printChannel,
  saveFileChannel,
  savePdfChannel,
} from '../shared/ipc/channels.ts'
import type { AboutHost, Gather, PrintOutcome } from '../shared/ipc/contract.ts'

const given = process.argv.find((word) => word.startsWith(aboutArgument))
if (!given) throw new Error('opened without its window')

/** One function per thing a window may ask, and nothing that takes a channel's name. */
const gather: Gather = {
  about: JSON.parse(decodeURIComponent(given.slice(aboutArgument.length))) as AboutHost,
  saveFile: (suggestedName, content) => ipcRenderer.invoke(saveFileChannel, suggestedName, content) as Promise<boolean>,
  printPage: () => ipcRenderer.invoke(printChannel) as Promise<PrintOutcome>,
  savePdf: (suggestedName) => ipcRenderer.invoke(savePdfChannel, suggestedName) as Promise<PrintOutcome>,
  openKiosk: () => ipcRenderer.send(openKioskChannel),
  closeKiosk: () => ipcRenderer.send(closeKioskChannel),
  openPort: () => ipcRenderer.send(portChannel),
}
contextBridge.exposeInMainWorld('gather', gather)

// A port cannot cross the context bridge; as part of a window message it can.
for (const channel of [portChannel, kioskWorkerPortChannel]) {
  ipcRenderer.on(channel, ({ ports }) => window.postMessage(channel, location.origin, [...ports]))
}
