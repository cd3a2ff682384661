import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebJournal } from '../../src/renderer/host/webJournal.ts'

/** The origin's private folder in memory, as far as a journal uses it. `refuse` makes the next step of that name fail. */
class Folder {
  readonly files = new Map<string, Uint8Array>()
  refuse: 'remove' | 'create' | null = null

  async *keys() {
    yield* [...this.files.keys()]
  }

  async removeEntry(name: string) {
    if (this.refuse === 'remove') throw new Error('the power went')
    this.files.delete(name)
  }

  async getFileHandle(name: string) {
    if (!this.files.has(name)) {
      if (this.refuse === 'create') throw new DOMException('full', 'QuotaExceededError')
      this.files.set(name, new Uint8Array())
    }
    const { files } = this
    const now = () => files.get(name) ?? new Uint8Array()
    return {
      getFile: async () => ({ arrayBuffer: async () => now().slice().buffer }),
      createSyncAccessHandle: async () => ({
        getSize: () => now().length,
        write: (bytes: Uint8Array, { at }: { at: number }) => {
          const all = new Uint8Array(Math.max(now().length, at + bytes.length))
          all.set(now())
          all.set(bytes, at)
          files.set(name, all)
          return bytes.length
        },
        flush: () => {},
        truncate: (to: number) => void files.set(name, now().slice(0, to)),
        close: () => {},
      }),
    }
  }
}

let folder: Folder
beforeEach(() => {
  folder = new Folder()
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const frame = (letter: string) => new TextEncoder().encode(letter.repeat(20))
const said = (journal: WebJournal) => journal.read().map((one) => [one.firstSequence, new TextDecoder().decode(one.frame)[0]])
const onDisk = () => [...folder.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('')

async function written(): Promise<WebJournal> {
  const journal = await WebJournal.open()
  for (const [at, letter] of ['a', 'b', 'c'].entries()) await journal.append(frame(letter), at + 1, at + 1)
  return journal
}
const blank = { firstSequence: 2, lastSequence: 2, frame: frame('-') }

describe('[SY42] frames of the browser’s journal that are written anew', () => {
  test('stand in the place of those before, also after a start, and nothing of these is on the disk', async () => {
    const journal = await written()
    await journal.replace([blank])
    await journal.append(frame('d'), 4, 4)
    for (const one of [journal, await WebJournal.open()])
      expect(said(one)).toEqual([
        [1, 'a'],
        [2, '-'],
        [3, 'c'],
        [4, 'd'],
      ])
    expect(onDisk()).not.toContain('b')
  })

  test('cut before the old ones go, both are there, and asked again it is done', async () => {
    const journal = await written()
    folder.refuse = 'remove'
    await expect(journal.replace([blank])).rejects.toThrow('the power went')
    folder.refuse = null
    const again = await WebJournal.open()
    expect(new Set(said(again).map(([sequence]) => sequence))).toEqual(new Set([1, 2, 3]))
    await again.replace([blank])
    expect(onDisk()).not.toContain('b')
    expect(said(await WebJournal.open()).filter(([sequence]) => sequence === 2)).not.toContainEqual([2, 'b'])
  })

  test('a full disk refuses it and loses none', async () => {
    const journal = await written()
    folder.refuse = 'create'
    await expect(journal.replace([blank])).rejects.toThrow('full')
    folder.refuse = null
    expect(said(await WebJournal.open())).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
    expect((await journal.append(frame('d'), 4, 4)).ok).toBe(true)
  })
})
