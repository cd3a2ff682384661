import type { Entity } from '../../src/shared/records/index.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import { episodeIdOf, planIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor, type Known } from '../support/builders.ts'
import { priya } from './office.ts'
import { keptSideBySide } from './walk.ts'

const marcus = idFor('Marcus Bright')
const written = (time: string, date: string) => ({ at: at(time, date), byId: marcus })

/** Whose plan is agreed, with measures before and after. */
export const withPlan = 'Mavis Oakes'
/** Whose plan two people wrote in without seeing each other. */
export const withTwoTexts = 'Ivy Pemberton'
/** Whose plan is closed. */
export const withClosedPlan = 'Jean Bostock'

const caseOf = (name: string) => ({ personId: idFor(name), episodeId: episodeIdOf(idFor(name), 1) })

function aCase(name: string, more: Partial<Entity<'episode'>> = {}): Entity<'episode'> {
  const { personId, episodeId: id } = caseOf(name)
  return { id, personId, number: 1, openedOn: '2026-05-20', startedOn: '2026-05-27', ...written('09:00', '2026-05-20'), ...more }
}

function aPlan(name: string, more: Partial<Entity<'plan'>>): Entity<'plan'> {
  const of = caseOf(name)
  return { id: planIdOf(of.episodeId), ...of, ...written('11:00', '2026-05-27'), ...more }
}

function aGoal(name: string, words: string, more: Partial<Entity<'planGoal'>> = {}): Entity<'planGoal'> {
  const { personId, episodeId } = caseOf(name)
  return { id: idFor(words), personId, planId: planIdOf(episodeId), words, outcome: 'notStarted', ...written('11:10', '2026-05-27'), ...more }
}

function anAction(name: string, what: string, more: Partial<Entity<'planAction'>> = {}): Entity<'planAction'> {
  const { personId, episodeId } = caseOf(name)
  const who = 'Mavis'
  return { id: idFor(what), personId, planId: planIdOf(episodeId), what, who, state: 'toDo', ...written('11:20', '2026-05-27'), ...more }
}

function aMeasure(questionnaire: string, version: string, on: string, items: Entity<'measure'>['items'], scores: Entity<'measure'>['scores']) {
  const id = idFor(`${questionnaire} ${on}`)
  const more = { questionnaire, version, language: 'en', on, items, scores, how: 'asked' as const, answeredBy: 'person' as const }
  return { id, ...caseOf(withPlan), ...more, ...written('11:30', on) }
}

const wellbeing = (on: string, satis: number, worth: number, happy: number, anxious: number | 'notSaid'): Entity<'measure'> =>
  aMeasure('ons4', '2011', on, { satis, worth, happy, anxious }, { satis, worth, happy, anxious: anxious === 'notSaid' ? null : anxious })

const important =
  'I want to sit in Riversley Park again and hear the children play. Since Ken died I have hardly been out of the door. I do not want to be a bother to Karen.'

const mavis: Partial<Entity<'plan'>> = {
  important,
  people: 'Karen, my daughter, rings every evening. Mr Shah next door takes the bins out.',
  strengths: 'I was a dinner lady for thirty years. I can talk to anybody once I am there.',
  wellness: 'A good day: up by eight, the radio on. A bad day: I do not open the curtains.',
  whatToDo: 'Ring Karen. Put the radio on. Ask Mr Shah in for tea.',
  whoToCall: 'Karen Oakes, 07700 900 118',
  pleaseDo: 'Walk on my left, I hear better there.',
  pleaseDont: 'Please do not take my arm without asking.',
  cardAgreed: 'yes',
  maySee: 'Karen and Dr Patel',
  agreedOn: '2026-09-17',
  agreedWith: withPlan,
  agreedAs: 'self',
  sharedOn: '2026-09-10',
  copyAs: 'largePrint',
  copyGivenOn: '2026-09-17',
  reviewOn: '2026-10-29',
}

function version(): Entity<'planVersion'> {
  const { personId, episodeId } = caseOf(withPlan)
  return {
    id: idFor('version 1'),
    personId,
    planId: planIdOf(episodeId),
    number: 1,
    texts: { important },
    goals: [{ words: 'Walk to the park and back by myself', outcome: 'working' }],
    actions: [],
    agreedOn: '2026-09-17',
    agreedWith: withPlan,
    agreedAs: 'self',
    ...written('12:00', '2026-09-17'),
  }
}

/** How sure she was when it was agreed. */
function sureOn(on: string, value: number): Entity<'planConfidence'> {
  const { personId, episodeId } = caseOf(withPlan)
  return { id: idFor(`sure on ${on}`), personId, planId: planIdOf(episodeId), value, asked: 'agreed', on, ...written('12:00', on) }
}

/** Answers of somebody that ask for something to be done, of which nobody has written down what was. */
function anOpenProtocol(): Entity<'measure'> {
  const scores = { total: 7, gad2: 5, phq2: 2 }
  const one = aMeasure('phq4', '2009', '2026-10-21', { nervous: 3, worrying: 2, interest: 1, down: 1 }, scores)
  return { ...one, ...caseOf(withClosedPlan) }
}

/** Cases with their plans and measures, as the surgery has them. */
export function plansAndMeasures(): Known {
  return {
    episode: [aCase(withPlan), aCase(withTwoTexts), aCase(withClosedPlan)],
    plan: [aPlan(withPlan, mavis), aPlan(withClosedPlan, { important: 'To be asked, and not told.', closedOn: '2026-10-01', closedAs: 'goalsMet' })],
    planGoal: [
      aGoal(withPlan, 'Walk to the park and back by myself', { priority: 1, confidence: 6, outcome: 'working', targetOn: '2026-12-01' }),
      aGoal(withPlan, 'Have somebody to eat with on Sundays', { priority: 2, confidence: 3 }),
      aGoal(withClosedPlan, 'Join a choir', { outcome: 'done', outcomeWords: 'I sing on Mondays now.' }),
    ],
    planAction: [
      anAction(withPlan, 'Come to Walk and Talk on Thursdays'),
      anAction(withPlan, 'Ring the lunch club about a place', { who: 'Marcus', dueOn: '2026-10-15' }),
      anAction(withPlan, 'Ask Karen for the bus times', { state: 'done', doneOn: '2026-09-20' }),
    ],
    planVersion: [version()],
    planConfidence: [sureOn('2026-09-17', 3)],
    measure: [
      anOpenProtocol(),
      wellbeing('2026-05-27', 3, 4, 2, 'notSaid'),
      wellbeing('2026-08-19', 5, 6, 5, 6),
      wellbeing('2026-10-08', 7, 7, 8, 3),
      aMeasure('loneliness', '2018', '2026-05-27', { companionship: 3, leftOut: 3, isolated: 2, lonely: 5 }, { ucla: 8, lonely: 5 }),
      aMeasure('loneliness', '2018', '2026-08-19', { companionship: 2, leftOut: 2 }, { ucla: null, lonely: null }),
    ],
  }
}

/** A plan in which two people wrote while neither had a network. */
export function planWithTwoTexts(): Row[] {
  const plan = aPlan(withTwoTexts, { pleaseDo: 'Speak slowly.', byId: priya })
  const { id, ...fields } = plan
  return [
    keptSideBySide('plan', id, fields, ['My husband Harold, and getting my sleep back.', 'Harold. And that the stairs do not beat me.'], 'important'),
  ]
}
