import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { isOpen, ownerOf, worksWithCases } from '../rules/cases.ts'
import { byName } from '../rules/names.ts'
import { grouped } from '../std/grouped.ts'
import { said, type Said } from './cellWords.ts'
import { counted, defineReport, type ReportReader } from './defineReport.ts'
import { hiddenIn, type Counts } from './hiding.ts'
import { removedPeople } from './removedPeople.ts'

/** The open cases of one link worker, or those that nobody has. */
export interface CaseloadLine {
  who: string | Said
  /** Whose cases they are. */
  open: readonly string[]
  /** Of these, without a first conversation. */
  notStarted: readonly string[]
  /** What the lead would have at most. */
  most: number | null
  over: number | null
}

const ofCases = ['assignment.ownerId', 'episode.personId', 'episode.closedOn'] as const

const ofPeople: readonly Counts<CaseloadLine>[] = [
  { id: 'open', of: (line) => line.open.length },
  { id: 'notStarted', of: (line) => line.notStarted.length, partOf: 'open' },
]

/** Open cases by who owns them today, against the figure that the lead has set (story 20). Who has left has none: these are nobody's. */
export const caseload = defineReport({
  params: z.object({}),
  columns: [
    { id: 'who', kind: 'text', of: ['colleague.name', 'assignment.ownerId'], value: (line: CaseloadLine) => line.who },
    { ...counted('open', 'people', (line: CaseloadLine) => line.open), kind: 'number', of: ofCases },
    { ...counted('notStarted', 'people', (line: CaseloadLine) => line.notStarted), kind: 'number', of: [...ofCases, 'episode.startedOn'] },
    { id: 'most', kind: 'figure', of: ['team.caseloadFigure'], value: (line: CaseloadLine) => line.most },
    { id: 'over', kind: 'figure', of: [...ofCases, 'team.caseloadFigure'], value: (line: CaseloadLine) => line.over },
  ],
  notes: ['ownersCovered'],
  /** Over by how many, beside how many at most, is how many there are. */
  hides: (lines) => hiddenIn(lines, ofPeople).map((one) => (one.has('open') ? new Set([...one, 'over']) : one)),
  async rows(reader, _params, today) {
    const colleagues = await reader.all('colleague')
    const owners = colleagues.filter((one) => worksWithCases(one, today)).sort(byName)
    const known = new Set(owners.map((one) => one.id))
    const cases = grouped(await openCases(reader), ({ ownerId }) => (ownerId && known.has(ownerId) ? ownerId : ''))
    const most = (await reader.all('team'))[0]?.caseloadFigure ?? null
    const lines = owners.map((one) => lineOf(one.name, cases.get(one.id) ?? [], most))
    const nobodys = cases.get('') ?? []
    return nobodys.length > 0 ? [...lines, lineOf(said('nobody'), nobodys, null)] : lines
  },
})

interface Owned {
  episode: Entity<'episode'>
  ownerId: string | null
}

async function openCases(reader: ReportReader): Promise<Owned[]> {
  const removed = await removedPeople(reader)
  const assignments = grouped(await reader.all('assignment'), (one) => one.episodeId)
  const open = (await reader.all('episode')).filter((one) => isOpen(one) && !removed.has(one.personId))
  return open.map((episode) => ({ episode, ownerId: ownerOf(assignments.get(episode.id) ?? []) }))
}

function lineOf(who: string | Said, cases: readonly Owned[], most: number | null): CaseloadLine {
  const open = cases.map((one) => one.episode.personId)
  const notStarted = cases.flatMap(({ episode }) => (episode.startedOn ? [] : [episode.personId]))
  return { who, open, notStarted, most, over: most === null ? null : Math.max(0, open.length - most) }
}
