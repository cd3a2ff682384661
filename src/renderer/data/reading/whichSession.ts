import type { OpenRegister } from './register.ts'

/** The session of a register, as commands name it. */
export function whichOf({ group, occurrence }: OpenRegister) {
  return { groupId: group.id, date: occurrence.date, slot: occurrence.slot }
}
