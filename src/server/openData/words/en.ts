import type { ToldReason } from '../../../shared/openData/sessions.ts'

/** What stands on the public page of groups and sessions. */
export const en = {
  title: (team: string) => `Groups and sessions of ${team}`,
  intro: 'Everybody is welcome to ask about these groups. Look here before you set off: a session may be cancelled on the day.',
  calendar: 'Add these sessions to your calendar',
  calendarNav: 'Calendar',
  none: 'No groups are published at the moment.',
  organiser: 'Run by',
  where: 'Where',
  cost: 'Cost',
  contact: 'Contact',
  free: 'Free',
  next: 'Next sessions',
  noDates: 'No session is planned.',
  closed: 'This group is not running at the moment.',
  closedUntil: (day: string) => `This group is not running until ${day}.`,
  when: (day: string, start: string, end: string) => `${day}, ${start}${end && ` to ${end}`}`,
  moved: 'at another place: ask before you go',
  movedTo: (place: string) => `at another place: ${place}`,
  cancelled: {
    weather: 'Cancelled because of the weather',
    heat: 'Cancelled because of the heat',
    venueShut: 'Cancelled because the place is shut',
    other: 'Cancelled',
  } satisfies Record<ToldReason, string>,
  /** Said of the teams' own words, which stand as they were written. */
  ownWords: '',
}

/** The same in another language. */
export type SessionWords = {
  [Key in keyof typeof en]: (typeof en)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : (typeof en)[Key] extends string
      ? string
      : Record<ToldReason, string>
}
