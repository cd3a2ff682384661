import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { destroyDurably, readIfThere, writeDurably } from './durableFile.ts'
import { inTurn } from './inTurn.ts'
import type { Keyring } from './keyring.ts'

/** What this laptop keeps of its keys: wrapped ones in a file, and a share that only the keyring can open. */
export interface Keys {
  readKeys(): Promise<string | null>
  writeKeys(text: string): Promise<void>
  keyringShare(): Promise<Uint8Array | null>
  /** Destroys both, the wrapped keys first: from then on nothing on this laptop can be read again. */
  destroyKeys(): Promise<void>
}

/** Bytes of the share: as many as the key it helps to wrap. */
const shareBytes = 32

/**
 * Keys in this folder. The share has a file of its own, so that a damaged keyring never costs the key file.
 * A share that is there and does not open (keyring reset, or locked) is kept as it is: it may open again tomorrow.
 */
export function openKeys(folder: string, keyring: Keyring): Keys {
  const keyFile = join(folder, 'keys.json')
  const shareFile = join(folder, 'keyring-share')
  const turn = inTurn()

  async function makeShare(): Promise<Uint8Array> {
    const share = randomBytes(shareBytes)
    await writeDurably(shareFile, await keyring.seal(share.toString('base64')))
    return new Uint8Array(share)
  }

  async function openShare(sealed: string): Promise<Uint8Array | null> {
    const opened = await keyring.open(sealed)
    if (!opened) return null
    if (opened.resealed) await writeDurably(shareFile, opened.resealed)
    return new Uint8Array(Buffer.from(opened.text, 'base64'))
  }

  return {
    readKeys: () => turn(() => readIfThere(keyFile)),
    writeKeys: (text) => turn(() => writeDurably(keyFile, text)),
    destroyKeys: () =>
      turn(async () => {
        await destroyDurably(keyFile)
        await destroyDurably(shareFile)
      }),
    keyringShare: () =>
      turn(async () => {
        if (!(await keyring.available())) return null
        const sealed = await readIfThere(shareFile)
        return sealed === null ? makeShare() : openShare(sealed)
      }),
  }
}
