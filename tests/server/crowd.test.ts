import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { openSurgery, type Surgery } from '../support/surgery.ts'

/** The server's clock: a step passes whenever somebody looks at it. */
const time = { ms: Date.parse('2026-10-22T09:30:00Z'), step: 0 }
let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => (time.ms += time.step) })
})
afterAll(() => surgery.close())

it('where it is too much, the server says when to come back, and takes everything in then', async () => {
  const laptops = await Promise.all(Array.from({ length: 12 }, () => surgery.enrol()))
  const bodies = laptops.map((laptop) => ({
    protocol: 1,
    appVersion: 'test',
    team: surgery.team,
    deviceNow: time.ms,
    bookmark: null,
    waiting: 0,
    changes: [laptop.write('person', v7(), { givenName: 'Jean' })],
  }))
  const send = (place: number) =>
    surgery.server.app.inject({
      url: '/exchange',
      method: 'POST',
      payload: bodies[place]!,
      headers: { authorization: `Bearer ${laptops[place]!.joined.token}` },
    })
  time.step = 30_000 // so slow that a queue would take longer than a laptop listens
  await send(0)
  let goOn = () => {}
  const standing = surgery.sql.transaction(
    { team: null },
    () =>
      new Promise<void>((resolve) => {
        goOn = resolve
      }),
  ) // the database stands still
  const sending = laptops.map((_, place) => send(place))
  await Promise.any(sending) // only a no can be said without it
  goOn()
  await standing
  const answers = await Promise.all(sending)
  time.step = 0
  const busy = answers.flatMap((answer, place) => (answer.statusCode === 429 ? [place] : []))
  expect(busy.length).toBeGreaterThan(0)
  expect(answers.every((answer) => answer.statusCode === 200 || answer.statusCode === 429)).toBe(true)
  for (const place of busy) {
    expect(answers[place]!.json()).toEqual({ error: 'busy' })
    expect(Number(answers[place]!.headers['retry-after'])).toBeGreaterThan(12)
    const again = await send(place)
    expect(again.json()).toMatchObject({ results: [{ state: 'accepted', id: bodies[place]!.changes[0]!.id }] })
  }
})
