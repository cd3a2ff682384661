import { BrowserWindow, MessageChannelMain, ipcMain, type IpcMainInvokeEvent, type MessagePortMain, type WebContents } from 'electron'
import { z } from 'zod'
import { portChannel, printChannel, saveFileChannel, savePdfChannel } from '../shared/ipc/channels.ts'
import type { Host, HostEvent } from '../shared/ipc/contract.ts'
import { mostFileBytes } from '../shared/rules/mediaFiles.ts'
import { answerCall } from './hostCalls.ts'
import { isOurFrame } from './origin.ts'
import { printPage, savePdf } from './printing.ts'
import { saveFile } from './saveFile.ts'

/** Longest file a window may save, in characters or bytes: the longest film, and an export of 50,000 people with room to spare. */
const mostText = mostFileBytes
const content = z.union([z.string().max(mostText), z.instanceof(Uint8Array).refine((bytes) => bytes.length <= mostText)])
const saveFileArguments = z.tuple([z.string().min(1).max(200), content])

const savePdfArguments = z.tuple([z.string().min(1).max(200)])

/** Answers the windows: a port for the worker of each, and the file dialog. */
export interface Ipc {
  /** Tells every worker. */
  tell(event: HostEvent): void
}

/** @param dev see `devServer` */
export function answerWindows(host: Host, dev: string | null): Ipc {
  const ports = new Map<WebContents, MessagePortMain>()

  ipcMain.on(portChannel, (event) => {
    if (!isOurFrame(event.senderFrame, dev)) return
    const before = ports.get(event.sender)
    if (before) before.close() // the page was loaded again
    else event.sender.once('destroyed', () => ports.delete(event.sender))
    ports.set(event.sender, openPort(host, event.sender))
  })

  const windowOf = (event: IpcMainInvokeEvent) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !isOurFrame(event.senderFrame, dev)) throw new Error('not ours')
    return window
  }
  ipcMain.handle(saveFileChannel, async (event, ...args) => saveFile(windowOf(event), ...saveFileArguments.parse(args)))
  ipcMain.handle(printChannel, async (event) => printPage(windowOf(event).webContents))
  ipcMain.handle(savePdfChannel, async (event, ...args) => savePdf(windowOf(event), ...savePdfArguments.parse(args)))

  return { tell: (event) => ports.forEach((port) => port.postMessage(event)) }
}

/** One worker's own way to main: calls come in, answers and events go out. */
function openPort(host: Host, contents: WebContents): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain()
  port1.on('message', ({ data }) => {
    void answerCall(host, data).then((answer) => answer && port1.postMessage(answer))
  })
  port1.start()
  contents.postMessage(portChannel, null, [port2])
  return port1
}
