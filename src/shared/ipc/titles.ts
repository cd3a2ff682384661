/**
 * What the window is called on each screen, for task bars, lists of windows and screen readers. A closed list, and the only
 * words of the window that stand outside `words/en`: main lets no other title through, for one made on the page may hold a name.
 */
export const screenTitles = {
  today: 'Today', register: 'Register', headCount: 'Head count', closing: 'Close the session', emergency: 'Emergency contacts', cafe: 'The café',
  newcomer: 'Details of someone new', health: 'Health questions', incident: 'Something happened', incidents: 'Incidents', concern: 'Raise a concern',
  concerns: 'Concerns', takeAlong: 'Get ready to go offline', rota: 'Rota', calling: 'Cancel or move', paper: 'On paper', keyIn: 'Key a sheet in',
  registerSheet: 'Register on paper', emergencySheet: 'Emergency contacts on paper', people: 'People', person: 'A person', card: 'A card',
  groups: 'Groups', group: 'A group', import: 'Import members', cards: 'Cards', team: 'Team', report: 'Report', surgery: 'At the surgery', office: 'Laptops and what is on hold',
  starting: 'Opening', elsewhere: 'Open in another window', new: 'Welcome', locked: 'Locked', kiosk: 'Kiosk', rebuilding: 'Putting the register together again',
} as const

export type TitledScreen = keyof typeof screenTitles

/** "Register · Gather" */
export function titleOf(screen: TitledScreen): string {
  return `${screenTitles[screen]} · Gather`
}

/** Whether a title is one of ours, and so names nobody. */
export function isOurTitle(title: string): boolean {
  return (Object.keys(screenTitles) as TitledScreen[]).some((screen) => titleOf(screen) === title)
}
