import { join } from 'node:path'
import type { Host } from '../shared/ipc/contract.ts'
import { argon2id } from './argon.ts'
import { freeSpace } from './disk.ts'
import { openEmptying } from './emptying.ts'
import { markedJournal } from '../shared/journal/markedJournal.ts'
import { openJournal } from './journal/journal.ts'
import { openKeys } from './keys.ts'
import { destroyNumbers, openNumbers } from './numbersFile.ts'
import type { Keyring } from './keyring.ts'
import { openTransport, type Fetch } from './transport/transport.ts'

/** What the shell gives the worker. @param folder where this laptop's files lie */
export function openHost(folder: string, parts: { keyring: Keyring; fetch: Fetch; hasNetwork?: () => boolean }): Host {
  const journal = openJournal(join(folder, 'journal'))
  const transport = openTransport(parts.fetch, parts.hasNetwork)
  const { destroyKeys, ...keys } = openKeys(folder, parts.keyring)
  return {
    ...keys,
    ...openEmptying(folder, [destroyKeys, journal.destroy, () => destroyNumbers(folder)]),
    argon2id,
    ...markedJournal(journal.append, (device) => openNumbers(folder, device)),
    journalRead: journal.read,
    journalDropTo: journal.dropTo,
    journalReplace: journal.replace,
    makeRoom: journal.makeRoom,
    useToken: async (token) => transport.useToken(token),
    send: transport.send,
    freeSpace: () => freeSpace(folder),
  }
}
