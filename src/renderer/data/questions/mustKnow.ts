import type { Entity } from '../../../shared/records/index.ts'
import { isUnder18 } from '../../../shared/rules/age.ts'
import type { Apart } from '../../../shared/rules/apart.ts'
import { declarationState } from '../../../shared/rules/declarations.ts'
import { nameOf, sortedByName } from '../../../shared/rules/names.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import { photoOn } from '../../../shared/rules/photoMark.ts'
import { plain } from '../../../shared/std/text.ts'
import { knowKinds, type HealthOf, type KnowFact, type KnowKind, type MustKnowView } from '../../workerLink/doorViews.ts'
import { textsToKnow } from '../../workerLink/personTexts.ts'
import { apartFor } from '../reading/apart.ts'
import type { ViewContext } from '../reading/context.ts'
import { type Declaration, declarationOf } from '../reading/declarationOf.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { whichOf } from '../reading/whichSession.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What every leader must know about those who are there. */
export const mustKnow = defineQuestion({
  early: true,
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => mustKnowView(context, sessionId),
})

type Person = Entity<'person'>

/** What a leader must know of those who are here now (story 6), and how they stand with the health questions (story 7). */
async function mustKnowView(context: ViewContext, sessionId: string): Promise<MustKnowView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const here = [...open.attendance.values()].filter((one) => one.state === 'here')
  await context.store.load(
    'declaration',
    'personId',
    here.map((one) => one.personId),
  )
  const people = sortedByName(here.flatMap(({ personId }) => context.store.memory.get('person', personId) ?? []))
  const walking = new Set(here.filter((one) => one.standing.some(({ part }) => part !== 'cafe')).map((one) => one.personId))
  const asked = partsOf(open.group).declaration ? people.filter((one) => walking.has(one.id)) : []
  return {
    sessionId,
    which: whichOf(open),
    facts: grouped(
      people.flatMap((person) => factsOf(context, person, open.occurrence.date)),
      open.apart,
    ),
    health: asked.map((person) => ({ ...healthOf(context, person), ...apartFor(open.apart, person.id) })),
  }
}

function healthOf(context: ViewContext, person: Person): HealthOf {
  const latest = declarationOf(context, person.id)
  return { personId: person.id, name: nameOf(person), state: declarationState(latest, context.today()), outcome: latest?.outcome ?? null }
}

interface Fact {
  kind: KnowKind
  text: string
  person: Person
}

function factsOf(context: ViewContext, person: Person, day: string): Fact[] {
  const fact = (kind: KnowKind, text: string | null | undefined): Fact[] => (text === null || text === undefined ? [] : [{ kind, text, person }])
  const said = (kind: KnowKind, text: string | undefined) => fact(kind, text?.trim() || null)
  return [
    ...outcomeFact(declarationOf(context, person.id)).flatMap(([kind, text]) => fact(kind, text)),
    ...(person.alerts ?? []).flatMap((alert) => said('alert', alert)),
    ...textsToKnow.flatMap((text) => said(text, person[text])),
    ...fact('noPhoto', photoOn(person, context.today()) === 'no' ? '' : null),
    ...fact('guardian', isUnder18(person, day) && !person.guardian?.agreed ? '' : null),
  ]
}

/** What was agreed, as far as a leader must mind it. It minds until the next one is made, also when it has ended. */
function outcomeFact(latest: Declaration | null): [KnowKind, string][] {
  if (!latest || latest.outcome === 'takingPart') return []
  return [[latest.outcome, latest.words ?? '']]
}

/** Facts of one kind and the same words, however they were typed, are one line with all their people. */
function grouped(facts: readonly Fact[], apart: ReadonlyMap<string, Apart>): KnowFact[] {
  const lines = new Map<string, KnowFact>()
  for (const { kind, text, person } of facts) {
    const key = `${kind} ${plain(text).trim()}`
    const line = lines.get(key) ?? { kind, text, people: [] }
    line.people.push({ personId: person.id, name: nameOf(person), ...apartFor(apart, person.id) })
    lines.set(key, line)
  }
  return [...lines.values()].sort((a, b) => knowKinds.indexOf(a.kind) - knowKinds.indexOf(b.kind))
}
