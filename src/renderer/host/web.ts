import { argon2id } from 'hash-wasm'
import type { Host, HostEvent } from '../../shared/ipc/contract.ts'
import { WebJournal } from './webJournal.ts'
import { destroyText, readText, writeText } from './originFile.ts'
import { markedJournal } from '../../shared/journal/markedJournal.ts'
import { destroyNumbers, openNumbers } from './numbersFile.ts'
import { webSend } from './webSend.ts'

const keysFile = 'keys.json'
const emptiedFile = 'emptied.json'

/**
 * The contract in an ordinary browser's worker. What a browser cannot do has a stand-in: no keyring (the passphrase
 * stands alone), the origin-private file instead of a file that fdatasync reaches, no word of sleep or the OS lock (the
 * window's own idle lock remains).
 */
export async function webHost(onEvent: (event: HostEvent) => void): Promise<Host> {
  const journal = await WebJournal.open()
  let token: string | null = null
  const destroy = async () => {
    await destroyText(keysFile)
    await journal.destroy()
    await destroyNumbers()
  }
  self.addEventListener('online', () => onEvent({ event: 'networkUp' }))
  return {
    readKeys: () => readText(keysFile),
    writeKeys: (text) => writeText(keysFile, text),
    argon2id: (passphrase, salt, memoryKiB, passes) =>
      argon2id({ password: passphrase, salt, memorySize: memoryKiB, iterations: passes, parallelism: 1, hashLength: 32, outputType: 'binary' }),
    keyringShare: async () => null,
    ...markedJournal((frame, first, last) => journal.append(frame, first, last), openNumbers),
    journalRead: async () => journal.read(),
    journalDropTo: async (sequence) => journal.dropTo(sequence),
    journalReplace: async (frames) => journal.replace(frames),
    makeRoom: async () => false, // nothing is set aside: a browser gives an origin no file that only it may fill
    empty: async (note) => {
      await writeText(emptiedFile, note)
      await destroy()
    },
    emptied: async () => {
      const note = await readText(emptiedFile)
      if (note !== null) await destroy()
      return note
    },
    forgetEmptied: () => destroyText(emptiedFile),
    useToken: async (given) => {
      token = given
    },
    send: (request) => webSend(request, token),
    freeSpace: async () => {
      const { quota, usage } = await navigator.storage.estimate()
      return quota === undefined ? null : quota - (usage ?? 0)
    },
  }
}
