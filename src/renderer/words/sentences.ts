import type { JoinTrouble, UnlockTrouble } from '../workerLink/contract.ts'
import type { Hint } from '../workerLink/views.ts'
import type { Reason } from '../../shared/commands/reasons.ts'
import type { ServerRefusal } from '../../shared/ipc/contract.ts'
import type { ImportProblem } from '../../shared/portable/importMembers.ts'
import type { Role } from '../../shared/records/colleague.ts'
import type { HeadCountMoment } from '../../shared/records/headCount.ts'
import type { CorePiece } from '../../shared/rules/missing.ts'
import type { HeldCode, LinkTrouble } from '../../shared/sync/protocol.ts'
import type { MessageId } from './en.ts'
import type { Words } from './useWords.ts'

type Trouble = LinkTrouble | 'deviceRevoked' | 'notConfirmed' | 'wipe'

// Each table names every word of its closed list: a new word without a sentence does not compile.
const joinTroubles: Record<JoinTrouble | ServerRefusal | LinkTrouble, MessageId> = {
  offline: 'trouble.offline',
  noSuchAddress: 'trouble.noSuchAddress',
  noAnswer: 'trouble.noAnswer',
  notOurServer: 'trouble.notOurServer',
  serverTrouble: 'trouble.serverTrouble',
  signedOut: 'trouble.signedOut',
  upgradeNeeded: 'trouble.upgradeNeeded',
  busy: 'trouble.busy',
  wrongCode: 'trouble.wrongCode',
  codeUsed: 'trouble.codeUsed',
  codeExpired: 'trouble.codeExpired',
  noSuchDevice: 'trouble.noSuchDevice',
  refused: 'trouble.refused',
  otherPerson: 'trouble.otherPerson',
  otherTeam: 'trouble.otherTeam',
  takenOff: 'trouble.takenOff',
  fileNotKnown: 'trouble.fileNotKnown',
  fileRemoved: 'trouble.fileRemoved',
  pieceGarbled: 'trouble.pieceGarbled',
  teamFilesFull: 'trouble.teamFilesFull',
  pieceMissing: 'trouble.pieceMissing',
  weakPassphrase: 'trouble.weakPassphrase',
  notAddress: 'trouble.notAddress',
}

const unlockTroubles: Record<UnlockTrouble, MessageId> = {
  wrongPassphrase: 'unlock.wrongPassphrase',
  wait: 'unlock.wait',
  keyringLost: 'unlock.keyringLost',
}

const whys: Record<Trouble, MessageId> = {
  offline: 'why.offline',
  noSuchAddress: 'why.noSuchAddress',
  noAnswer: 'why.noAnswer',
  notOurServer: 'why.notOurServer',
  serverTrouble: 'why.serverTrouble',
  signedOut: 'why.signedOut',
  upgradeNeeded: 'why.upgradeNeeded',
  busy: 'why.busy',
  deviceRevoked: 'why.deviceRevoked',
  notConfirmed: 'why.notConfirmed',
  wipe: 'why.wipe',
}

const whatToDo: Record<Trouble, MessageId> = {
  offline: 'do.offline',
  noSuchAddress: 'do.noSuchAddress',
  noAnswer: 'do.noAnswer',
  notOurServer: 'do.notOurServer',
  serverTrouble: 'do.serverTrouble',
  signedOut: 'do.signedOut',
  upgradeNeeded: 'do.upgradeNeeded',
  busy: 'do.busy',
  deviceRevoked: 'do.deviceRevoked',
  notConfirmed: 'do.notConfirmed',
  wipe: 'do.wipe',
}

const heldCodes: Record<HeldCode, MessageId> = {
  notAllowed: 'held.notAllowed',
  invalid: 'held.invalid',
  unknownSchema: 'held.unknownSchema',
  wrongTeam: 'held.wrongTeam',
  deviceRevoked: 'held.deviceRevoked',
  withItsAct: 'held.withItsAct',
  outOfReach: 'held.outOfReach',
  notHereYet: 'held.notHereYet',
}

const pieces: Record<CorePiece, MessageId> = {
  familyName: 'missing.familyName',
  birth: 'missing.birth',
  phone: 'missing.phone',
  postcode: 'missing.postcode',
  practice: 'missing.practice',
  emergencyContact: 'missing.emergencyContact',
  guardian: 'missing.guardian',
  declaration: 'missing.declaration',
}

const problems: Record<ImportProblem, MessageId> = {
  noName: 'problem.noName',
  birthDateUnreadable: 'problem.birthDateUnreadable',
  phoneUnreadable: 'problem.phoneUnreadable',
  postcodeUnreadable: 'problem.postcodeUnreadable',
  twiceInFile: 'problem.twiceInFile',
  alreadyMember: 'problem.alreadyMember',
  tooLong: 'problem.tooLong',
  lettersLost: 'problem.lettersLost',
  dateOrder: 'problem.dateOrder',
  headingAgain: 'problem.headingAgain',
  maybeSame: 'problem.maybeSame',
  maybeTwice: 'problem.maybeTwice',
}

const roles: Record<Role, MessageId> = { facilitator: 'role.facilitator', linkWorker: 'role.linkWorker', lead: 'role.lead' }

const moments: Record<HeadCountMoment, MessageId> = {
  out: 'moment.out',
  halfway: 'moment.halfway',
  back: 'moment.back',
  in: 'moment.in',
  end: 'moment.end',
}

/** Why something could not be done, and what to do. */
export function reasonInWords(reason: Reason, words: Words): string {
  return words.say(`reason.${reason}`)
}

/** Why joining or asking the server failed, and what to do. */
export function joinTroubleInWords(trouble: JoinTrouble | ServerRefusal | LinkTrouble, words: Words): string {
  return words.say(joinTroubles[trouble])
}

/** Why the laptop did not open, and what to do. */
export function unlockTroubleInWords(trouble: UnlockTrouble, words: Words): string {
  return words.say(unlockTroubles[trouble])
}

/** Why a laptop could not join again, and what to do. */
export function rejoinTroubleInWords(trouble: JoinTrouble | UnlockTrouble, words: Words): string {
  return trouble in unlockTroubles ? unlockTroubleInWords(trouble as UnlockTrouble, words) : joinTroubleInWords(trouble as JoinTrouble, words)
}

/** Why the server was not reached, to stand after a colon. */
export function whyNotReached(trouble: Trouble, words: Words): string {
  return words.say(whys[trouble])
}

/** Whether it is the way to the server that failed, and not the server that said no. */
export function isLinkTrouble(trouble: string): trouble is LinkTrouble {
  return trouble !== 'deviceRevoked' && Object.hasOwn(whys, trouble)
}

/** What to do about a server that was not reached. */
export function whatToDoAbout(trouble: Trouble, words: Words): string {
  return words.say(whatToDo[trouble])
}

/** Why the surgery keeps a change aside. A newer server may have a reason that this app does not know. */
export function heldInWords(code: string, words: Words): string {
  return words.say(Object.hasOwn(heldCodes, code) ? heldCodes[code as HeldCode] : 'held.other')
}

/** A piece of the core form that is still missing. */
export function pieceInWords(piece: CorePiece, words: Words): string {
  return words.say(pieces[piece])
}

/** Why a line of a file is not imported. */
export function problemInWords(problem: ImportProblem, words: Words): string {
  return words.say(problems[problem])
}

export function roleInWords(role: Role, words: Words): string {
  return words.say(roles[role])
}

/** When heads were counted: "Out", "Half-way", "Back". */
export function momentInWords(moment: HeadCountMoment, words: Words): string {
  return words.say(moments[moment])
}

/** How a person stands to the group: "came 31 of the last 34". */
export function hintInWords(hint: Hint, words: Words): string {
  switch (hint.kind) {
    case 'came':
      return words.say('hint.came', { times: hint.times, of: hint.of })
    case 'missed':
      return words.say('hint.missed', { times: hint.times, month: words.month(hint.since) })
    case 'member':
      return words.say('hint.member', { month: words.month(hint.since) })
    case 'otherGroup':
      return words.say('hint.otherGroup', { group: hint.group })
    case 'noGroup':
      return words.say('hint.noGroup')
  }
}
