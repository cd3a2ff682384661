import { beforeEach, describe, expect, test } from 'vitest'
import type { Entity } from '../../src/shared/records/index.ts'
import { aGroup, aPerson, at, idFor, thursday } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const knit: Entity<'service'> = {
  ...{ id: idFor('knit'), name: 'Knit and Natter', kind: 'outside', vacancy: 'notKnown', at: at('09:00'), byId: idFor('Tom'), phone: '01632 960001' },
  ...{
    feed: 'Council',
    foreignId: idFor('knit in feed'),
    feedSaid: { name: 'Knit and Natter', about: 'Wool' },
    about: 'Wool',
    localNote: 'Ask for Ann',
  },
}
const known: Known = {
  team: [{ id: idFor('team'), name: 'Nuneaton North', checkAfterDays: 30 }],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  group: [aGroup('Walk and Talk'), aGroup('Sky Blues', { template: 'partner' })],
  person: [aPerson('Jean Oakes')],
  service: [knit],
}
const which = { serviceId: knit.id }
const group = idFor('Walk and Talk')

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(known, { name: 'Tom', role: 'linkWorker' })
})
const entry = async (entryId = knit.id) => (await laptop.view('service', { entryId }))!
const names = async (filter = {}) => (await laptop.view('directory', { filter, most: 99 })).shown.map((one) => one.name)
const undo = () => laptop.laptop.undoLast()

describe('the directory (story 32)', () => {
  test('own groups, partner groups and services are one list', async () => {
    expect(await names()).toEqual(['Knit and Natter', 'Sky Blues', 'Walk and Talk'])
  })

  test('an entry is added, found, and gone again by one key', async () => {
    await laptop.does('addService', { fields: { name: '  Debt line ', needs: ['debt'], phone: '' } })
    expect([await names({ need: 'debt' }), await undo(), await names({ need: 'debt' })]).toMatchObject([['Debt line'], { ok: true }, []])
  })

  test('without a name it is refused', async () => {
    expect(await laptop.run('addService', { fields: { name: '  ' } })).toEqual({ ok: false, reason: 'nameMissing' })
    expect(await laptop.run('changeService', { which, fields: { name: ' ' } })).toEqual({ ok: false, reason: 'nameMissing' })
  })

  test('only what was touched is written, and one key takes it back', async () => {
    await laptop.does('changeService', { which, fields: { about: 'Wool and tea', town: 'Bedworth', phone: '01632 960001' } })
    const row = await laptop.sees('service', knit.id)
    expect([row?.fields['about'], row?.fields['town']]).toEqual(['Wool and tea', 'Bedworth'])
    await undo()
    expect((await entry()).listing).toMatchObject({ about: 'Wool', town: '', phone: '01632 960001' })
    expect(await laptop.run('changeService', { which, fields: { about: 'Wool', bring: '' } })).toEqual({ ok: false, reason: 'nothingChanged' })
  })

  test('the first word about a group makes its details, and the group stays as it is', async () => {
    await laptop.does('changeService', { which: { groupId: group }, fields: { needs: ['company'], free: true } })
    expect((await entry(group)).listing).toMatchObject({ id: group, kind: 'own', needs: ['company'], free: true, name: 'Walk and Talk' })
    await undo()
    expect((await entry(group)).listing).toMatchObject({ needs: [], free: null })
  })

  test('“still right” says who asked who, and when; one key undoes it', async () => {
    expect(await names({ due: true })).toEqual(['Knit and Natter', 'Sky Blues'])
    await laptop.does('checkService', { which, with: 'Ann Persona' })
    expect(await entry()).toMatchObject({
      listing: { checkedOn: thursday, checkedWith: 'Ann Persona', due: false, freshDays: 0 },
      checkedBy: 'Tom Ashby',
    })
    await undo()
    expect((await entry()).listing).toMatchObject({ checkedOn: null, due: true })
  })

  test('a partner’s group is checked like a service', async () => {
    await laptop.does('checkService', { which: { groupId: idFor('Sky Blues') } })
    expect(await names({ due: true })).toEqual(['Knit and Natter'])
  })

  test('the lead’s own number of days counts', async () => {
    expect((await laptop.view('directory', { filter: {}, most: 9 })).checkAfter).toBe(30)
  })

  test('[story 32] temporarily closed until a date; it opens by itself on the day after', async () => {
    await laptop.does('closeServiceForAWhile', { which, from: thursday, until: '2026-10-24', because: 'Roof' })
    expect([(await entry()).listing.closed, await names({ open: true })]).toEqual([
      { until: '2026-10-24', because: 'Roof' },
      ['Sky Blues', 'Walk and Talk'],
    ])
    laptop.ports.set('10:00', '2026-10-25')
    expect((await entry()).listing.closed).toBeNull()
  })

  test('closing and opening are each taken back by one key', async () => {
    await laptop.does('closeServiceForAWhile', { which, from: thursday, until: null, because: '' })
    await laptop.does('reopenService', { which })
    await undo()
    expect((await entry()).listing.closed).toEqual({ until: null, because: '' })
    await undo()
    expect((await entry()).listing.closed).toBeNull()
  })

  test('a last day before the first is refused', async () => {
    expect(await laptop.run('closeServiceForAWhile', { which, from: thursday, until: '2026-10-01', because: '' })).toEqual({
      ok: false,
      reason: 'datesWrongWay',
    })
  })

  test('[story 32] organiser gone: it is removed with why, and comes back by one key', async () => {
    await laptop.does('removeService', { serviceId: knit.id, because: 'organiser gone' })
    expect([await laptop.view('service', { entryId: knit.id }), await undo(), await names()]).toMatchObject([
      null,
      { ok: true },
      ['Knit and Natter', 'Sky Blues', 'Walk and Talk'],
    ])
  })

  test('a facilitator may write none of it', async () => {
    const other = await laptopWith(known, { name: 'Ruth', role: 'facilitator' })
    expect(await other.run('addService', { fields: { name: 'x' } })).toEqual({ ok: false, reason: 'notAllowed' })
  })
})

describe('an imported list (story 32)', () => {
  const service = (id: string, name: string, more: object = {}) => ({ id: idFor(id), name, status: 'active', ...more })
  const file = (...contents: object[]) => JSON.stringify({ total_items: contents.length, contents })
  const plan = (text: string, takes: string[] = []) => laptop.view('feedPlan', { file: text, choices: { feed: 'Council', takes } })
  const bring = async (text: string, takes: string[] = []) => laptop.run('importServices', { ...(await plan(text, takes)).writes, feed: 'Council' })

  test('the preview writes nothing; the import does it in one act, and undo takes it back', async () => {
    const text = file(service('knit in feed', 'Knit and Natter', { description: 'Wool and talk' }), service('debt in feed', 'Debt advice'))
    expect((await plan(text)).entries.map((one) => one.state)).toEqual(['changed', 'new'])
    expect(await names()).toEqual(['Knit and Natter', 'Sky Blues', 'Walk and Talk'])
    expect(await bring(text)).toMatchObject({ ok: true, value: { added: 1, changed: 1, gone: 0 } })
    expect([await names(), (await entry()).listing.about]).toEqual([
      ['Debt advice', 'Knit and Natter', 'Sky Blues', 'Walk and Talk'],
      'Wool and talk',
    ])
    await undo()
    expect([await names(), (await entry()).listing.about]).toEqual([['Knit and Natter', 'Sky Blues', 'Walk and Talk'], 'Wool'])
    expect((await plan(text)).entries.map((one) => one.state)).toEqual(['changed', 'new'])
  })

  test('[story 32] local notes are never overwritten', async () => {
    await bring(file(service('knit in feed', 'Knit and Natter', { description: 'Other', localNote: 'theirs' })))
    expect((await entry()).notes).toEqual(['Ask for Ann'])
    const sly = { entries: [{ serviceId: knit.id, foreignId: 'x', fields: { localNote: 'theirs' }, feedSaid: {} }], gone: [], feed: 'Council' }
    expect(await laptop.run('importServices', sly)).toEqual({ ok: false, reason: 'badInput' })
  })

  test('[story 32] an entry that vanished upstream is flagged, not deleted; undo takes the flag away', async () => {
    await bring(file(service('other in feed', 'Other')))
    expect((await entry()).listing.goneFromFeedOn).toBe(thursday)
    await undo()
    expect((await entry()).listing.goneFromFeedOn).toBeNull()
  })

  test('what somebody changed since the import stays when it is undone', async () => {
    await bring(file(service('knit in feed', 'Knit and Natter', { description: 'Wool and talk', email: 'knit@example.org' })))
    await laptop.does('changeService', { which, fields: { about: 'Mine' } })
    laptop.laptop['undos'].pop()
    await undo()
    expect((await entry()).listing).toMatchObject({ about: 'Mine', email: '' })
  })

  test('imported twice, nothing is there twice', async () => {
    const text = file(service('knit in feed', 'Knit and Natter', { description: 'Wool' }), service('debt in feed', 'Debt advice'))
    await bring(text)
    expect((await plan(text)).writes).toEqual({ entries: [], gone: [] })
  })

  test('what we publish has our groups, and nothing of theirs', async () => {
    expect((await laptop.view('feedOut', null)).contents.map((one) => one['name'])).toEqual(['Walk and Talk', 'Sky Blues'])
  })
})
