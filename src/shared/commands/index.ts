import type { Command } from './command.ts'
import {
  addMember, createColleague, createGroup, createVenue, editGroup, editTeam, endMembership,
} from './groups.ts'
import {
  addEmergencyContact, addPerson, editEmergencyContact, editPerson, importMembers, undoImport,
} from './people.ts'
import {
  addNote, addSomeoneNew, cancelSession, changeArrival, changeSession, closeSession, comeBack, leaveEarly, recordHeadCount,
  removeNewcomer, reopenSession, restoreSignIns, signInPerson, voidHeadCount, voidSignIns,
} from './register.ts'

/** Every command there is, by name. */
export const commands = {
  signInPerson, voidSignIns, restoreSignIns, leaveEarly, comeBack, changeArrival, addSomeoneNew, removeNewcomer, recordHeadCount,
  voidHeadCount, closeSession, reopenSession,
  addNote, cancelSession, changeSession,
  editPerson, addPerson, addEmergencyContact, editEmergencyContact, importMembers, undoImport,
  createGroup, editGroup, createVenue, addMember, endMembership, createColleague, editTeam,
} as const

export type CommandName = keyof typeof commands
export type InputOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer Input, infer _> ? Input : never
export type AnswerOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer _, infer Answer> ? Answer : never
