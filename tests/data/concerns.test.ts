import { describe, expect, test } from 'vitest'
import { at, idFor, theirs } from '../support/builders.ts'
import { walk, id, jean, open, pinned } from './walkWithLeads.ts'

const worry = { session: walk, personId: jean, what: 'She said he takes her card', told: 'Tom by phone, 10:40' }

describe('story 11: a safeguarding concern', () => {
  const facilitator = { name: 'Sam', role: 'facilitator' as const }

  test('must say who has been told and when', async () => {
    const laptop = await open(facilitator)
    expect(await laptop.run('passOnConcern', { ...worry, told: '' })).toEqual({ ok: false, reason: 'badInput' })
  })

  test('is pinned until the server has it and the lead has read it; its words are in no view of a facilitator', async () => {
    const laptop = await open(facilitator)
    laptop.surgery.trouble = 'offline'
    const { concernId } = await laptop.does('passOnConcern', worry)
    const states = async () => (await pinned(laptop)).concerns.map((one) => one.state)
    expect(await states()).toEqual(['waiting'])
    laptop.surgery.trouble = null
    await laptop.exchange()
    expect(await states()).toEqual(['unread'])
    for (const view of [
      await laptop.view('concerns', null),
      await pinned(laptop),
      await laptop.view('surgery', null),
      await laptop.view('today', null),
    ]) {
      expect(JSON.stringify(view)).not.toContain('takes her card')
    }
    laptop.surgery.tells(theirs('concern', concernId, { acknowledgedAt: at('11:00'), acknowledgedBy: idFor('Nisha') }))
    await laptop.exchange()
    expect(await states()).toEqual([])
  })

  test('waits at the surgery without saying whom it is about', async () => {
    const laptop = await open(facilitator)
    laptop.surgery.trouble = 'offline'
    await laptop.does('passOnConcern', worry)
    const { waiting } = await laptop.view('surgery', null)
    expect(waiting.map((act) => [act.command, act.subjects])).toEqual([['passOnConcern', []]])
  })

  test('survives the kill that comes right after it', async () => {
    const laptop = await open(facilitator)
    laptop.surgery.trouble = 'offline'
    await laptop.does('passOnConcern', worry)
    await laptop.loseStore()
    expect((await pinned(laptop)).concerns.map((one) => one.state)).toEqual(['waiting'])
  })

  test('is only added to; an addition is about the same colleague, so that they do not receive it either', async () => {
    const laptop = await open(facilitator)
    const { concernId } = await laptop.does('passOnConcern', { ...worry, personId: undefined, aboutColleagueId: idFor('Nisha') } as never)
    const more = await laptop.does('passOnConcern', { session: null, addsTo: concernId, what: 'Again today', told: 'Owen, 12:00' })
    expect((await laptop.sees('concern', more.concernId))?.fields).toMatchObject({ addsTo: concernId, aboutColleagueId: idFor('Nisha') })
    expect((await laptop.sees('concern', concernId))?.fields['what']).toBe(worry.what)
  })

  test('only a lead says that it was read', async () => {
    const laptop = await open(facilitator)
    const { concernId } = await laptop.does('passOnConcern', worry)
    expect(await laptop.run('acknowledgeConcern', { concernId })).toEqual({ ok: false, reason: 'notAllowed' })
  })

  test('is read and acknowledged on a lead’s laptop, with what was added below it', async () => {
    const concern = { id: idFor('c'), ...worry, session: undefined, sessionId: id, at: at('10:41'), byId: idFor('Sam') }
    const added = { id: idFor('more'), addsTo: idFor('c'), what: 'Again', told: 'Nobody yet', at: at('11:00'), byId: idFor('Sam') }
    const laptop = await open({}, { concern: [concern as never, added] })
    expect((await pinned(laptop)).toRead).toBe(2)
    const [one] = (await laptop.view('concerns', null)).toRead!
    expect([one!.person, one!.by, one!.what, one!.more.map((more) => more.what)]).toEqual(['Jean Oakes', 'Sam Bright', worry.what, ['Again']])
    expect(one!.unread).toEqual([idFor('c'), idFor('more')])
    for (const concernId of one!.unread) await laptop.does('acknowledgeConcern', { concernId })
    expect((await laptop.view('concerns', null)).toRead![0]!.acknowledged?.by).toBe('Tom Ashby')
    expect((await pinned(laptop)).toRead).toBe(0)
  })

  test('about a colleague: whom to tell instead stands ready offline', async () => {
    const laptop = await open(facilitator)
    expect((await laptop.view('numbers', null)).alternate).toEqual({ name: 'Owen', phone: '01632 960502' })
  })

  test('the lead keeps the numbers; a facilitator cannot', async () => {
    const [lead, sam] = [await open(), await open(facilitator)]
    await lead.does('editTeam', { fields: { dutyPhone: '01632 960999' } })
    expect((await lead.view('numbers', null)).dutyPhone).toBe('01632 960999')
    expect(await sam.run('editTeam', { fields: { dutyPhone: '1' } })).toEqual({ ok: false, reason: 'notAllowed' })
  })
})
