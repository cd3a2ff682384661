import { erasureIdOf } from '../../shared/std/ids.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { Json } from '../../shared/changes/change.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId } from './data.ts'

/** People who asked once and never came: how many days ago, and what was noted. */
const asked = [
  { givenName: 'Gwen', familyName: 'Astley', ago: 930, text: 'Rang to ask about the walk. Her hip is bad, she will ring again.' },
  { givenName: 'Percy', familyName: 'Lunt', ago: 884, text: 'Asked at the library stall. Does not want a letter.' },
  { givenName: 'Doris', familyName: 'Kemble', ago: 801, text: 'Her neighbour rang for her. She would rather not.' },
  { givenName: 'Howard', familyName: 'Minty', ago: 540, text: 'Asked what the café costs.' },
]

/** Records for a lead to review (story 35): those who only asked years ago, one of them on hold, and the stub of somebody who was erased. */
export function earlierOf(today: PlainDate): DatedDraft[] {
  const lead = sampleId('colleague', 'anita')
  const on = (ago: number, nth: number, record: string, row: string, fields: { [field: string]: Json }): DatedDraft => {
    const atMs = Date.parse(`${addDays(today, -ago)}T11:00:00Z`) + nth * 60_000
    const signed = record === 'person' ? fields : { ...fields, at: new Date(atMs).toISOString(), byId: lead }
    return { record, row, fields: signed, atMs, actor: lead, act: sampleId('act', 'earlier', nth, ago) }
  }
  const people = asked.flatMap(({ ago, text, ...name }, nth) => {
    const personId = sampleId('person', 'asked', nth)
    return [
      on(ago, nth, 'person', personId, { ...name, phone: `01632 96080${nth}` }),
      on(ago, nth, 'note', sampleId('note', 'asked', nth), { aboutId: personId, text }),
    ]
  })
  const [held, gone] = [sampleId('person', 'asked', 2), sampleId('person', 'gone')]
  return [
    ...people,
    on(20, 5, 'retention', sampleId('hold', held), {
      personId: held,
      decision: 'hold',
      reason: 'A complaint about the phone call is open',
      until: null,
    }),
    on(12, 6, 'erasure', erasureIdOf(gone), { personId: gone, why: 'asked' }),
  ]
}
