import type { Entity } from '../records/index.ts'

/** What a new team has to do, in the order in which one thing needs another. */
export const setUpSteps = ['numbers', 'place', 'group', 'members', 'laptop', 'backup'] as const
export type SetUpStep = (typeof setUpSteps)[number]

/** What a lead's laptop knows of its team. */
export interface KnownOfTeam {
  team: Entity<'team'> | undefined
  venues: number
  groups: number
  memberships: number
  devices: readonly Entity<'device'>[]
  /** Up to which revision a verified backup holds everything; 0 while there is none. */
  durable: number
}

/** Which of it is done. Only what can be seen from here ticks itself; nothing is taken on trust. */
export function setUpOf({ team, venues, groups, memberships, devices, durable }: KnownOfTeam): { step: SetUpStep; done: boolean }[] {
  const done: Record<SetUpStep, boolean> = {
    numbers: Boolean(team?.dutyPhone?.trim()) && Boolean(team?.safeguarding?.phone.trim()),
    place: venues > 0,
    group: groups > 0,
    members: memberships > 0,
    laptop: devices.filter((one) => !one.revokedAt).length > 1,
    backup: durable > 0,
  }
  return setUpSteps.map((step) => ({ step, done: done[step] }))
}
