import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowedFields } from '../../src/server/sight.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { day, fieldsOf, openTwoGroups, type TwoGroups } from '../support/twoGroups.ts'

describe('the log of exports at the server', () => {
  let surgery: Surgery
  let world: TwoGroups
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory', now: () => Date.parse(`${day}T09:00:00Z`) })
    world = await openTwoGroups(surgery)
  })
  afterAll(() => surgery.close())

  it('a line is written once: who saved the file adds only that there is none, and what and why go to leads alone', async () => {
    const { facilitator, linkWorker, lead } = world.laptops
    const line = facilitator.write('exportLog', v7(), fieldsOf('exportLog', world.theirs, facilitator.joined.colleague.id, ''))
    const { results } = await facilitator.exchange([
      line,
      facilitator.write('exportLog', line.row, { why: 'another' }),
      facilitator.write('exportLog', line.row, { notSaved: true }),
    ])
    expect(results.map((one) => one.state)).toEqual(['accepted', 'held', 'accepted'])
    const told = async (laptop: typeof lead) => JSON.stringify((await laptop.exchange([])).changes.filter((one) => one.row === line.row))
    expect(await told(lead)).toContain('For the board')
    expect(await told(linkWorker)).not.toContain('For the board')
  })

  it('nothing of it, and of a message to the practice only the ids, may stand in the server’s own log', () => {
    expect(allowedFields('exportLog', 'log')).toEqual([])
    expect(allowedFields('practiceMessage', 'log')).toEqual(['personId', 'episodeId'])
  })
})
