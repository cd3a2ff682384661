import { contextBridge, ipcRenderer } from 'electron'
import { aboutArgument, portChannel, saveFileChannel } from '../shared/ipc/channels.ts'
import type { AboutHost, Gather } from '../shared/ipc/contract.ts'

const given = process.argv.find((word) => word.startsWith(aboutArgument))
if (!given) throw new Error('opened without its window')

/** One function per thing a window may ask, and nothing that takes a channel's name. */
const gather: Gather = {
  about: JSON.parse(decodeURIComponent(given.slice(aboutArgument.length))) as AboutHost,
  saveFile: (suggestedName, text) => ipcRenderer.invoke(saveFileChannel, suggestedName, text) as Promise<boolean>,
  openPort: () => ipcRenderer.send(portChannel),
}
contextBridge.exposeInMainWorld('gather', gather)

// A port cannot cross the context bridge; as part of a window message it can.
ipcRenderer.on(portChannel, ({ ports }) => window.postMessage(portChannel, location.origin, [...ports]))
