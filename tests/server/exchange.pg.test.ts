import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { openSurgery } from '../support/surgery.ts'

it('works on a real PostgreSQL over a socket', async () => {
  const surgery = await openSurgery({ kind: 'postgres', port: 0 })
  const laptop = await surgery.enrol()
  const reply = await laptop.exchange([laptop.write('person', v7(), { givenName: 'Jean' })])
  expect(reply.results[0]).toMatchObject({ state: 'accepted' })
  expect(await (await fetch(`${surgery.url}/health`)).json()).toEqual({ ok: true })
  await surgery.close()
})
