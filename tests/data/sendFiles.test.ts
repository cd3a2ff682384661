import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { Database } from '../../src/renderer/data/database.ts'
import { FileBox } from '../../src/renderer/data/media/fileBox.ts'
import { FileSender, type SendPorts } from '../../src/renderer/data/media/sendFiles.ts'
import { fail, ok } from '../../src/shared/std/result.ts'
import { idFor } from '../support/builders.ts'

const [one, two] = [idFor('first film'), idFor('second film')]
let box: FileBox
/** What was asked of the server, in order. */
let asked: string[]
/** Pieces that the server has. */
let there: Map<string, number>
let clear: () => boolean
let nth = 0

beforeEach(async () => {
  const db = new Database(`sending ${nth++}`)
  await db.open()
  box = new FileBox(db)
  for (const media of [one, two]) {
    const first = await box.put({ media, of: 2, have: 0, state: 'here', sentIn: null }, new Uint8Array([1]))
    await box.put(first, new Uint8Array([2]))
  }
  ;[asked, there, clear] = [[], new Map(), () => true]
})

const sender = (more: Partial<SendPorts> = {}) =>
  new FileSender({
    box,
    mayGo: () => true,
    isClear: () => clear(),
    epoch: () => 'epoch',
    state: async (media) => ok({ next: there.get(media) ?? 0, of: 2 }),
    send: async (media, number) => {
      asked.push(`${media === one ? 'one' : 'two'} ${number}`)
      there.set(media, number + 1)
      return ok({ next: number + 1, of: 2 })
    },
    wait: async () => {},
    onProgress: () => {},
    ...more,
  })

describe('[SY45] files go behind the exchange', () => {
  test('nothing is asked while something waits; in the middle it stops, and the next time it goes on with the piece that is missing', async () => {
    clear = () => false
    await sender().goOn()
    expect(asked).toEqual([])
    clear = () => asked.length < 1
    await sender().goOn()
    expect(asked).toEqual(['one 0'])
    clear = () => true
    await sender().goOn()
    expect(asked).toEqual(['one 0', 'one 1', 'two 0', 'two 1'])
    await sender().goOn()
    expect(asked.length).toBe(4)
  })

  test('what the server refuses of one file keeps no other back; a server that does not answer ends all of it', async () => {
    const refusing = sender({ state: async (media) => (media === one ? fail('teamFilesFull') : ok({ next: there.get(media) ?? 0, of: 2 })) })
    await refusing.goOn()
    expect([asked, refusing.troubles.get(one)]).toEqual([['two 0', 'two 1'], 'teamFilesFull'])
    asked = []
    const away = sender({ state: async () => (asked.push('state'), fail('noAnswer')) })
    await away.goOn()
    expect(asked).toEqual(['state'])
  })

  test('[SY47] another server, one that was restored, is asked again for every whole file; none while it is being loaded', async () => {
    await sender().goOn()
    there.clear()
    await sender({ epoch: () => null }).goOn()
    expect(asked.length).toBe(4)
    await sender({ epoch: () => 'after the restore' }).goOn()
    expect(asked.slice(4)).toEqual(['one 0', 'one 1', 'two 0', 'two 1'])
  })

  test('a file whose row is not at the server, or destroyed meanwhile, is not sent', async () => {
    await sender({ mayGo: (media) => media === two && asked.length < 1 }).goOn()
    expect(asked).toEqual(['two 0'])
  })
})
