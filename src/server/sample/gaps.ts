import type { Json } from '../../shared/changes/change.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import type { Referred } from './referred.ts'
import { readCases } from './caseData.ts'
import { sampleId } from './data.ts'
import { between, type Chance } from './random.ts'

/** A gap that many named: from when, what it led to. */
interface Topic {
  need: string
  place: string
  times: string[]
  barrier: string
  wants: string
  people: number
  from: PlainDate
  /** The group that fills it. */
  group?: 'S' | 'P'
}

/** The two gaps that led to groups, and those of today. */
function topicsOf(today: PlainDate): Topic[] {
  const lately = addDays(today, -80)
  return [
    {
      need: 'movement',
      place: 'Bedworth',
      times: ['TH-pm'],
      barrier: 'noSuchGroup',
      wants: 'Exercise that one can do on a chair',
      people: 11,
      from: '2023-11-02',
      group: 'S',
    },
    {
      need: 'pain',
      place: 'Nuneaton',
      times: ['FR-am'],
      barrier: 'noSuchGroup',
      wants: 'Others with pain who do not compare',
      people: 9,
      from: '2023-11-10',
      group: 'P',
    },
    {
      need: 'newBaby',
      place: 'Bedworth',
      times: ['MO-am', 'WE-am'],
      barrier: 'tooFar',
      wants: 'A pram walk on this side of town',
      people: 7,
      from: lately,
    },
    { need: 'company', place: 'Nuneaton', times: ['WE-eve'], barrier: 'wrongTime', wants: 'Something after work', people: 6, from: lately },
    { need: 'caring', place: 'CV10', times: ['SA-am'], barrier: 'transport', wants: 'A Saturday when somebody sits in', people: 3, from: lately },
  ]
}

/** Gaps as they were written down, and the two proposals that came of them. */
export function gapsOf(referred: readonly Referred[], today: PlainDate, chance: Chance): DatedDraft[] {
  const owned = referred.filter((one) => one.owner !== null)
  return topicsOf(today).flatMap((topic, nth) => {
    const people = Array.from({ length: topic.people }, (_, at) => owned[(at * 13 + nth * 5) % owned.length] as Referred)
    const gaps = people.map((one) => gapOf(topic, one, chance))
    return topic.group ? [...gaps, ...proposalOf(topic, gaps, topic.group)] : gaps
  })
}

function gapOf(topic: Topic, { personId, owner }: Referred, chance: Chance): DatedDraft {
  const { need, place, times, barrier, wants, from, group } = topic
  const on = addDays(from, between(chance, 0, 40))
  const filled = group ? { filledBy: sampleId('group', group) } : {}
  const fields = { personId, need, place, times, barrier, wants, mayAsk: chance() < 0.8, from: 'match', on, ...filled }
  return dated(sampleId('gap', need, place, personId), 'gap', on, sampleId('colleague', owner as string), fields)
}

function proposalOf(topic: Topic, gaps: readonly DatedDraft[], group: 'S' | 'P'): DatedDraft[] {
  const lead = sampleId('colleague', 'anita')
  const row = sampleId('proposal', group)
  const decided = addDays(topic.from, 45)
  const idea = {
    name: group === 'S' ? 'Seated Exercise' : 'Pain Café',
    need: topic.need,
    gapIds: gaps.map((one) => one.row),
    aim: topic.wants,
    forWhom: 'People who told us so, first',
    place: topic.place,
    template: group === 'S' ? 'seated' : 'cafe',
    costs: 'Hall £18 an hour, drinks £6 a time',
    riskAssessedOn: decided,
    insurance: 'Team policy',
    leaderId: sampleId('colleague', group === 'S' ? 'tom' : 'leanne'),
    pilotFrom: addDays(decided, 14),
    pilotWeeks: 12,
    hopedPeople: 8,
    hopedTimes: 4,
    state: 'proposed',
  }
  return [
    dated(row, 'proposal', addDays(decided, -7), sampleId('colleague', 'owen'), idea),
    dated(row, 'proposal', decided, lead, {
      state: 'approved',
      decidedAt: `${decided}T10:00:00Z`,
      decidedBy: lead,
      decidedBecause: 'Enough people asked, and the hall is free.',
      groupId: sampleId('group', group),
    }),
    dated(row, 'proposal', addDays(decided, 110), lead, { state: 'working' }),
  ]
}

/** The directory: most entries checked lately, some due. */
export function directoryOf(today: PlainDate): DatedDraft[] {
  return readCases().services.map(({ times, onlyFor, languages, pence, ...entry }, at) => {
    const checkedOn = addDays(today, -(at * 9 + 5))
    const fields = {
      ...entry,
      kind: 'outside',
      vacancy: at % 5 === 3 ? 'waitingList' : 'places',
      times: times.map(([day, from, until]) => ({ day, from, until })),
      checkedOn,
      checkedBy: sampleId('colleague', 'grace'),
      ...(onlyFor ? { onlyFor } : {}),
      ...(languages ? { languages } : {}),
      ...(pence === undefined ? {} : { pence }),
      ...(at === 12 ? { closedFrom: addDays(today, -10), closedUntil: addDays(today, 30), closedBecause: 'The kettle hut is being mended' } : {}),
    }
    return dated(sampleId('service', entry.name), 'service', checkedOn, sampleId('colleague', 'grace'), fields)
  })
}

function dated(row: string, record: string, on: PlainDate, by: string, fields: { [field: string]: Json }): DatedDraft {
  const atMs = Date.parse(`${on}T11:00:00Z`)
  const signed = { ...fields, at: new Date(atMs).toISOString(), byId: by }
  return { record, row, fields: signed, atMs, actor: by, act: sampleId('act', row, on) }
}
