import { ipcRenderer } from 'electron'
import { kioskPortMessage } from '../shared/ipc/channels.ts'

// All that the kiosk's page gets: its end of the line to the worker, once. Nothing is exposed to it.
ipcRenderer.once(kioskPortMessage, ({ ports }) => window.postMessage(kioskPortMessage, location.origin, [...ports]))
