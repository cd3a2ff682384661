import { v7 } from 'uuid'
import type { Change, Json } from '../../src/shared/changes/change.ts'
import { recordNames, type RecordName } from '../../src/shared/records/index.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import {
  deprivationIdOf,
  episodeIdOf,
  erasureIdOf,
  listSizeIdOf,
  membershipIdOf,
  planIdOf,
  samePersonIdOf,
  sessionIdOf,
} from '../../src/shared/std/ids.ts'
import { idFor } from './builders.ts'
import type { Surgery, TestLaptop } from './surgery.ts'

export const day = '2026-10-22'
const at = `${day}T09:30:00Z`

/** What is there of one group: its facilitator, a session, a member, and one row of each record that hangs on them. */
export interface OneGroup {
  group: string
  session: string
  member: string
  /** Somebody else of the group, known by a sign-in alone. */
  guest: string
  /** An id that no person has any more: somebody who was erased. */
  gone: string
  rows: Record<RecordName, string>
}

/** Two groups with a facilitator each, a link worker and a lead, each with a laptop that has loaded. */
export interface TwoGroups {
  mine: OneGroup
  theirs: OneGroup
  laptops: Record<Role | 'otherFacilitator', TestLaptop>
}

const aFile = { bytes: 10, digest: '0'.repeat(64), pieceBytes: 524_288, key: `${'A'.repeat(43)}=` }

/** The fields of a new row of this record in this group. @param by who writes @param device with which laptop */
export function fieldsOf(record: RecordName, one: OneGroup, by: string, device: string): { [field: string]: Json } {
  const { group, session, member } = one
  const register = { sessionId: session, at, byId: by }
  const byUs = { at, byId: by }
  const [episodeId, planId] = [episodeIdOf(member, 1), planIdOf(episodeIdOf(member, 1))]
  const ofCase = { personId: member, episodeId, ...byUs }
  const ofPlan = { personId: member, planId, ...byUs }
  const all: Record<RecordName, { [field: string]: Json }> = {
    team: { name: 'T' },
    colleague: { name: 'C', role: 'facilitator' },
    device: { name: 'D', colleagueId: by, enrolledAt: at },
    venue: { name: 'Park' },
    group: { name: 'Walk', schedule: [], counts: true, state: 'running' },
    person: { givenName: 'Jean' },
    emergencyContact: { personId: member, name: 'K', phone: '01632 960000' },
    membership: { groupId: group, personId: member, since: day },
    session: { groupId: group, date: day, slot: 1 },
    signIn: { sessionId: session, personId: member, arrivedAt: at, how: 'facilitator', byId: by },
    headCount: { ...register, moment: 'out', counted: 1, expected: 1, missingIds: [member] },
    note: { aboutId: session, text: 'x', at, byId: by },
    companion: { ...register, kind: 'baby', number: 1, withId: member },
    registerMark: { ...register, personId: member, state: 'apologies' },
    sessionCall: { ...register, personId: member, how: 'spoken' },
    declaration: { personId: member, questions: '2026-1', answers: { heart: false }, outcome: 'takingPart', signedAs: 'Jean', at, byId: by },
    incident: { ...register, kind: 'fall', happenedAt: at, personIds: [member], what: 'x', ambulance: false },
    concern: { what: 'x', told: 'the lead, 10:30', at, byId: by },
    rotaDuty: { ...register, role: 'backMarker', personId: member, state: 'yes' },
    card: { personId: member, token: '0123456789ABCDEF', madeAt: at, byId: by },
    kioskRequest: { ...register, personId: member, kind: 'help' },
    mood: { sessionId: session, today: 4, on: day },
    contactLook: { ...register, personIds: [member], what: 'emergencyContact' },
    takenLaptop: { ...register, deviceId: device, deviceName: 'Laptop' },
    paperSheet: { ...register, kind: 'register', number: '0001A' },
    referral: { personId: member, source: 'practice', receivedOn: day, urgency: 'routine', agreed: 'yes', reason: 'Lonely', ...byUs },
    episode: { personId: member, number: 1, openedOn: day, ...byUs },
    assignment: { ...ofCase, ownerId: by },
    caseContact: { ...ofCase, how: 'call', came: 'spoke', on: at, words: 'x' },
    plan: { ...ofCase, important: 'My garden' },
    planGoal: { ...ofPlan, words: 'Walk to the shop', outcome: 'notStarted' },
    planAction: { ...ofPlan, what: 'Try the walk', who: 'Jean', state: 'toDo' },
    planConfidence: { ...ofPlan, value: 4, asked: 'agreed', on: day },
    planVersion: { ...ofPlan, number: 1, texts: {}, goals: [], actions: [], agreedOn: day, agreedWith: 'Jean', agreedAs: 'self' },
    service: { name: 'Knit and Natter', kind: 'outside', vacancy: 'places', ...byUs },
    offer: { ...ofCase, groupId: group, offeredOn: day, state: 'offered' },
    measure: { personId: member, questionnaire: 'ons4', version: '1', language: 'en', items: {}, scores: {}, on: day, how: 'asked', ...byUs },
    gap: { personId: member, need: 'company', place: 'Nuneaton', times: [], barrier: 'noSuchGroup', mayAsk: true, from: 'call', on: day, ...byUs },
    proposal: { name: 'Seated', need: 'pain', gapIds: [], place: 'Bedworth', state: 'idea', ...byUs },
    codedEvent: { personId: member, code: 'referred', on: day, ...byUs },
    timeAway: { colleagueId: by, from: day, until: null, coverId: null, ...byUs },
    measureLicence: { questionnaire: 'swemwbs', holder: 'The team', number: '1', wording: {}, ...byUs },
    introduction: { groupId: group, personId: member, referredBy: by, ...byUs },
    samePerson: { personId: member, otherId: one.guest, answer: 'later', ...byUs },
    partnerAgreement: { wording: 'partner-1', ...byUs },
    practiceMessage: { ...ofCase, kind: 'first', share: 'all', practice: 'Manor Court Surgery', summary: 'x' },
    exportLog: { report: 'attendance', rows: 3, why: 'For the board', format: 'csv', ...byUs },
    media: { title: 'The walk', kind: 'picture', fileName: 'walk.jpg', mime: 'image/jpeg', ...aFile, personIds: [member], groupId: group, ...byUs },
    cafeConfidence: { personId: member, sessionId: session, value: 6, on: day, ...byUs },
    voice: { groupId: group, sessionId: session, on: day, said: 'kiosk', change: 'better', words: 'I sleep better' },
    story: { kind: 'quote', words: 'I sleep better', personId: member, on: day, ...byUs },
    useAgreement: {
      ...{ personId: member, of: 'pictures', use: 'press', said: 'yes', agreedBy: 'self', how: 'spoken', wording: 'use-1', on: day },
      ...byUs,
    },
    showing: { ofId: idFor(`story of ${member}`), use: 'noticeboard', where: 'The waiting room', since: day, ...byUs },
    deprivation: { sector: `${practiceOf(one).slice(0, 4)} 1`, index: '2025', deciles: { AB: 3 }, source: 'A file', ...byUs },
    listSize: { odsCode: practiceOf(one), on: day, all: 9500, source: 'Typed', ...byUs },
    boardReport: { name: 'For the board', groupIds: [group], parts: ['growth'], from: day, words: '', every: 'firstMonday', ...byUs },
    retention: { personId: member, decision: 'hold', reason: 'A complaint', until: null, ...byUs },
    erasure: { personId: one.gone, why: 'asked', ...byUs },
  }
  return all[record]
}

/** A field that a change to a row of this record may carry alone. */
export function editOf(record: RecordName, by: string): { [field: string]: Json } {
  const edits: Record<RecordName, { [field: string]: Json }> = {
    team: { name: 'Other' },
    colleague: { name: 'Other' },
    device: { name: 'Other' },
    venue: { name: 'Other' },
    group: { about: 'Other' },
    person: { phone: '01632 960999' },
    emergencyContact: { phone: '01632 960999' },
    membership: { endedOn: day },
    session: { cancelledBecause: 'Ice', closedAt: at, closedBy: by, allBackAt: at },
    signIn: { voidedBecause: 'mistake', voidedBy: by },
    headCount: { voidedBecause: 'x' },
    note: { voidedBecause: 'x' },
    companion: { voidedBecause: 'x' },
    registerMark: { voidedBecause: 'x' },
    sessionCall: { voidedBecause: 'x' },
    declaration: { voidedBecause: 'x' },
    incident: { what: 'Nothing' },
    concern: { what: 'Nothing' },
    rotaDuty: { voidedBecause: 'x' },
    card: { revokedBecause: 'lost' },
    kioskRequest: { seenToAt: at, seenToBy: by },
    mood: { today: 1 },
    contactLook: { what: 'emergencySheet' },
    takenLaptop: { voidedBecause: 'x' },
    paperSheet: { ended: 'lost' },
    referral: { voidedBecause: 'x' },
    episode: { voidedBecause: 'x' },
    assignment: { voidedBecause: 'x' },
    caseContact: { voidedBecause: 'x' },
    plan: { voidedBecause: 'x' },
    planGoal: { voidedBecause: 'x' },
    planAction: { voidedBecause: 'x' },
    planConfidence: { voidedBecause: 'x' },
    planVersion: { voidedBecause: 'x' },
    service: { voidedBecause: 'x' },
    offer: { voidedBecause: 'x' },
    measure: { voidedBecause: 'x' },
    gap: { voidedBecause: 'x' },
    proposal: { voidedBecause: 'x' },
    codedEvent: { voidedBecause: 'x' },
    timeAway: { voidedBecause: 'x' },
    measureLicence: { voidedBecause: 'x' },
    introduction: { voidedBecause: 'x' },
    samePerson: { voidedBecause: 'x' },
    partnerAgreement: { wording: 'another' },
    practiceMessage: { voidedBecause: 'x' },
    exportLog: { why: 'x' },
    media: { title: 'Another walk' },
    cafeConfidence: { voidedBecause: 'x' },
    voice: { voidedBecause: 'x' },
    story: { voidedBecause: 'x' },
    useAgreement: { voidedBecause: 'x' },
    showing: { voidedBecause: 'x' },
    deprivation: { source: 'x' },
    listSize: { source: 'x' },
    boardReport: { words: 'x' },
    retention: { voidedBecause: 'x' },
    erasure: { why: 'notOurs' },
  }
  return edits[record]
}

/** A row id for a new row: a computed one where the record computes it. */
export function newRowOf(record: RecordName, one: OneGroup): string {
  if (record === 'session') return one.session
  if (record === 'episode') return episodeIdOf(one.member, 1)
  if (record === 'plan') return planIdOf(episodeIdOf(one.member, 1))
  if (record === 'erasure') return erasureIdOf(one.gone)
  if (record === 'deprivation') return deprivationIdOf(`${practiceOf(one).slice(0, 4)} 1`, '2025')
  if (record === 'listSize') return listSizeIdOf(practiceOf(one), day)
  if (record === 'samePerson') return samePersonIdOf(one.member, one.guest)
  return record === 'membership' ? membershipIdOf(one.group, one.member) : v7()
}

/** Those that are made by hand below; of every other record there is one row, without its being listed. */
const byHand: RecordName[] = ['team', 'colleague', 'device', 'venue', 'group', 'person', 'takenLaptop']
const filled = recordNames.filter((name) => !byHand.includes(name))

/** Makes both groups, written by the lead. */
export async function openTwoGroups(surgery: Surgery): Promise<TwoGroups> {
  const lead = await surgery.enrol()
  const [mine, theirs] = [await fillGroup(surgery, lead, 'mine'), await fillGroup(surgery, lead, 'theirs')]
  const laptops = {
    lead,
    linkWorker: await surgery.enrol(await surgery.hire('linkWorker', 'Nisha')),
    facilitator: mine.laptop,
    otherFacilitator: theirs.laptop,
  }
  for (const laptop of Object.values(laptops)) await laptop.load()
  return { mine: mine.one, theirs: theirs.one, laptops }
}

/** A practice of its own for each of the two. */
function practiceOf({ group }: Pick<OneGroup, 'group'>): string {
  return `M${String(parseInt(group.slice(-6), 16) % 100_000).padStart(5, '0')}`
}

async function fillGroup(surgery: Surgery, lead: TestLaptop, name: string): Promise<{ one: OneGroup; laptop: TestLaptop }> {
  const colleague = await surgery.hire('facilitator', `Facilitator of ${name}`)
  const [group, member, guest, gone] = [v7(), v7(), v7(), v7()]
  const one = { group, member, guest, gone, session: sessionIdOf(group, day, 1), rows: {} as OneGroup['rows'] }
  const write = (record: RecordName, row: string, fields: { [field: string]: Json }): Change => {
    one.rows[record] = row
    return lead.write(record, row, fields)
  }
  const venue = write('venue', idFor(`${name} park`), { name: 'Park' })
  const made = [
    venue,
    write('group', group, { name, schedule: [], counts: true, state: 'running', facilitatorIds: [colleague] }),
    lead.write('person', guest, { givenName: 'Guest' }),
    write('person', member, { givenName: 'Jean', phone: '01632 960001', address: { town: 'Nuneaton' } }),
    ...filled.map((record) => write(record, newRowOf(record, one), fieldsOf(record, one, surgery.lead, lead.joined.device))),
    lead.write('signIn', v7(), { ...fieldsOf('signIn', one, surgery.lead, ''), personId: guest }),
    write('takenLaptop', v7(), fieldsOf('takenLaptop', one, surgery.lead, lead.joined.device)),
  ]
  const reply = await lead.exchange(made)
  const held = reply.results.filter((result) => result.state === 'held')
  if (held.length > 0) throw new Error(`the lead's own writing is held: ${JSON.stringify(held)}`)
  Object.assign(one.rows, { team: surgery.team, colleague, device: lead.joined.device })
  return { one, laptop: await surgery.enrol(colleague) }
}
