import type { Row } from '../../src/shared/changes/row.ts'
import { erasureIdOf } from '../../src/shared/std/ids.ts'
import { aPerson, at, idFor, rowsOf, stampAt, type Known } from '../support/builders.ts'
import { priya } from './office.ts'

const written = (date: string) => ({ at: at('11:00', date), byId: priya })
/** Came until 2018; only asked once, in 2024; on hold; kept for longer. */
export const cameLongAgo = 'Olwen Prosser'
export const onHold = 'Edith Marlow'
const keptLonger = 'Ronald Tice'
const askedOnce = 'Cyril Nutt'
const names = [cameLongAgo, onHold, keptLonger, askedOnce]

/** What the surgery says of who came when: laptops keep three years of registers. */
export const lastSeen = {
  days: Object.fromEntries([cameLongAgo, onHold, keptLonger].map((name, nth) => [idFor(name), `2018-0${nth + 3}-15`])),
}

/** What the surgery says was written of one of them. */
export const corrections = {
  more: false,
  changes: [
    ['2018-01-11T10:00:00.000Z', { givenName: 'Olwen', familyName: 'Prosser', phone: '01632 960 301' }],
    ['2018-02-15T10:20:00.000Z', { phone: '01632 960 302' }],
    ['2018-03-01T09:05:00.000Z', { bornOn: '1942-05-09', familyName: 'Prosser-Hale' }],
  ].map(([moment, fields], nth) => ({
    id: idFor(`correction ${nth}`),
    at: moment,
    colleague: priya,
    record: 'person',
    row: idFor(cameLongAgo),
    fields,
  })),
}

/** Records to review: people of years ago, decisions about them, and the stub of somebody who was erased. */
export function recordsToReview(): Row[] {
  const people: Known = { person: names.map((name) => aPerson(name, { phone: '01632 960 300', bornOn: '1942-05-09' })) }
  const decided: Known = {
    referral: [
      {
        ...{ id: idFor('asked once'), personId: idFor(askedOnce), source: 'self', receivedOn: '2024-03-04', urgency: 'routine', agreed: 'yes' },
        ...{ decided: 'declined', decidedAt: at('12:00', '2024-03-05'), ...written('2024-03-04') },
      },
    ],
    note: [{ id: idFor('note on Olwen'), aboutId: idFor(cameLongAgo), text: 'Likes to walk in front', ...written('2018-02-01') }],
    retention: [
      { ...{ id: idFor('hold'), personId: idFor(onHold), decision: 'hold', reason: 'A complaint is open', until: null }, ...written('2026-05-04') },
      {
        ...{ id: idFor('keep'), personId: idFor(keptLonger), decision: 'keep', reason: 'Her daughter asked', until: '2027-10-23' },
        ...written('2026-10-01'),
      },
    ],
    erasure: [{ id: erasureIdOf(idFor('gone')), personId: idFor('gone'), why: 'asked', ...written('2026-10-02') }],
  }
  return [...rowsOf(people, stampAt('08:00', 'server', 0, '2018-01-11')), ...rowsOf(decided, stampAt('08:00', 'server'))]
}
