import { markBytes, NumberMark } from '../../shared/journal/numberMark.ts'

/** A worker that has just been ended may hold the file a moment longer. */
const tries = 40
const pauseMs = 50

const prefix = 'numbers-'

/** The highest number of a device's changes, in an origin-private file of its own, beside the keys and not in the journal. */
export async function openNumbers(device: string): Promise<NumberMark> {
  const file = await (await navigator.storage.getDirectory()).getFileHandle(prefix + device, { create: true })
  const handle = await patiently(() => file.createSyncAccessHandle())
  if (handle.getSize() < markBytes) handle.write(new Uint8Array(markBytes), { at: 0 })
  const bytes = new Uint8Array(markBytes)
  handle.read(bytes, { at: 0 })
  return new NumberMark({ write: (part, at) => void handle.write(part, { at }), flush: () => handle.flush(), close: () => handle.close() }, bytes)
}

/** Takes them away, of whatever device. One that is open goes at the next start, when emptying is finished. */
export async function destroyNumbers(): Promise<void> {
  const folder = await navigator.storage.getDirectory()
  const names: string[] = []
  for await (const name of folder.keys()) if (name.startsWith(prefix)) names.push(name)
  for (const name of names) await folder.removeEntry(name).catch(() => undefined)
}

async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let left = tries; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left <= 0 || !(error instanceof DOMException && error.name === 'NoModificationAllowedError')) throw error
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs)
      })
    }
  }
}
