import type { Command } from './command.ts'
import {
  addMember, createColleague, createGroup, createVenue, editColleague, editGroup, editTeam, editVenue, endMembership,
} from './groups.ts'
import {
  addEmergencyContact, addPerson, editEmergencyContact, editPerson, importMembers, undoImport,
} from './people.ts'
import {
  addNote, addSomeoneNew, cancelSession, changeArrival, changeSession, closeSession, comeBack, leaveEarly, recordHeadCount,
  removeNewcomer, reopenSession, restoreSignIns, signInPerson, voidHeadCount, voidSignIns,
} from './register.ts'
import { tellPerson, voidTold } from './calling.ts'
import { makeCards, revokeCard } from './cards.ts'
import { addCompanions, changeCompanions } from './companions.ts'
import { declareHealth, nothingChangedHealth, voidDeclaration } from './declaring.ts'
import { acknowledgeConcern, linkIncidents, passOnConcern, reportIncident } from './incidents.ts'
import { askForLeader, sayHowTodayIs, seeToAttention, takeBackAttention } from './kiosk.ts'
import { markPerson, markRestAbsent, voidMarks } from './marks.ts'
import { moveSignIns } from './moving.ts'
import { endSheet, keyInPaper, printSheet } from './paper.ts'
import { leaveBehind, noteReveal, takeAlong } from './ready.ts'
import { answerRota, putOnRota, swapRota, takeOffRota } from './rota.ts'

/** Every command there is, by name. */
export const commands = {
  signInPerson, voidSignIns, restoreSignIns, leaveEarly, comeBack, changeArrival, addSomeoneNew, removeNewcomer, recordHeadCount,
  voidHeadCount, closeSession, reopenSession,
  addNote, cancelSession, changeSession,
  editPerson, addPerson, addEmergencyContact, editEmergencyContact, importMembers, undoImport,
  createGroup, editGroup, createVenue, editVenue, addMember, endMembership, createColleague, editColleague, editTeam,
  markPerson, markRestAbsent, voidMarks, addCompanions, changeCompanions, moveSignIns, tellPerson, voidTold,
  declareHealth, nothingChangedHealth, voidDeclaration, reportIncident, linkIncidents, passOnConcern, acknowledgeConcern,
  putOnRota, answerRota, swapRota, takeOffRota, makeCards, revokeCard, askForLeader, seeToAttention, takeBackAttention, sayHowTodayIs,
  printSheet, endSheet, keyInPaper, takeAlong, leaveBehind, noteReveal,
} as const

export type CommandName = keyof typeof commands
export type InputOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer Input, infer _> ? Input : never
export type AnswerOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer _, infer Answer> ? Answer : never
