import type { z } from 'zod'
import type { Command } from './command.ts'
import {
  addMember, createColleague, createGroup, createVenue, editColleague, editGroup, editTeam, editVenue, endMembership,
} from './groups.ts'
import { importMembers, undoImport } from './importing.ts'
import { addEmergencyContact, addPerson, editEmergencyContact, editPerson } from './people.ts'
import { recordHeadCount, voidHeadCount } from './headCounts.ts'
import { addSomeoneNew, removeNewcomer } from './newcomers.ts'
import { addNote } from './notes.ts'
import { cancelSession, changeSession, closeSession, reopenSession } from './sessions.ts'
import { changeArrival, comeBack, leaveEarly, restoreSignIns, signInPerson, voidSignIns } from './signIns.ts'
import { recordSessionCall, voidSessionCall } from './calling.ts'
import { makeCards, revokeCard } from './cards.ts'
import { addCompanions, changeCompanions } from './companions.ts'
import { declareHealth, nothingChangedHealth, voidDeclaration } from './declaring.ts'
import { acknowledgeConcern, linkIncidents, passOnConcern, reportIncident } from './incidents.ts'
import { askForLeader, sayHowTodayIs, seeToKioskRequest, takeBackKioskRequest } from './kiosk.ts'
import { markPerson, markRestAbsent, voidMarks } from './marks.ts'
import { moveSignIns } from './moving.ts'
import { endSheet, keyInPaper, printSheet } from './paper.ts'
import { leaveBehind, recordContactLook, takeAlong } from './ready.ts'
import { answerRota, putOnRota, swapRota, takeOffRota } from './rota.ts'

/** Every command there is, by name. */
export const commands = {
  signInPerson, voidSignIns, restoreSignIns, leaveEarly, comeBack, changeArrival, addSomeoneNew, removeNewcomer, recordHeadCount,
  voidHeadCount, closeSession, reopenSession,
  addNote, cancelSession, changeSession,
  editPerson, addPerson, addEmergencyContact, editEmergencyContact, importMembers, undoImport,
  createGroup, editGroup, createVenue, editVenue, addMember, endMembership, createColleague, editColleague, editTeam,
  markPerson, markRestAbsent, voidMarks, addCompanions, changeCompanions, moveSignIns, recordSessionCall, voidSessionCall,
  declareHealth, nothingChangedHealth, voidDeclaration, reportIncident, linkIncidents, passOnConcern, acknowledgeConcern,
  putOnRota, answerRota, swapRota, takeOffRota, makeCards, revokeCard, askForLeader, seeToKioskRequest, takeBackKioskRequest, sayHowTodayIs,
  printSheet, endSheet, keyInPaper, takeAlong, leaveBehind, recordContactLook,
} as const

export type CommandName = keyof typeof commands

const nowCalled: ReadonlyMap<string, string> = new Map(Object.entries(commands).flatMap(([name, command]) =>
  ((command as { formerly?: readonly string[] }).formerly ?? []).map((before) => [before, name] as const)))

/** What a command is called now, by any name it ever had. A name that this app does not know stays as it is. */
export function commandNow(name: string): string {
  return nowCalled.get(name) ?? name
}
export type InputOf<Name extends CommandName> = z.output<(typeof commands)[Name]['input']>
export type AnswerOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer _, infer Answer, infer _Back, infer _Input> ? Answer : never

/** A command with its input: what takes an act back. */
export type Undo = { [Name in CommandName]: { name: Name; input: InputOf<Name> } }[CommandName]
/** Commands that one key takes back. */
export type UndoableName = { [Name in CommandName]: (typeof commands)[Name] extends Command<infer _, infer _Answer, infer Back, infer _Input> ? [Back] extends [never] ? never : Name : never }[CommandName]

/** How an act that just succeeded is taken back, or null when it cannot be by one key (an import has its own way). */
export function undoOf<Name extends CommandName>(name: Name, input: InputOf<Name>, answer: AnswerOf<Name>): Undo | null {
  const undo = commands[name].undo as ((input: unknown, answer: unknown) => ReturnType<NonNullable<(typeof commands)[UndoableName]['undo']>>) | undefined
  return undo?.(input, answer) ?? null // a name or an input that does not fit its command does not compile here
}
