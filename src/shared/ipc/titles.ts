import { places, type At } from './places.ts'

const ofPlaces = Object.fromEntries(Object.entries(places).map(([at, { title }]) => [at, title])) as Record<At, string>

/**
 * What the window is called on each screen, for task bars, lists of windows and screen readers. A closed list, and with the titles
 * of places the only words of the window that stand outside `words/en`: main lets no other title through, for one made on the page
 * may hold a name.
 */
export const screenTitles = {
  ...ofPlaces,
  starting: 'Opening',
  elsewhere: 'Open in another window',
  new: 'Welcome',
  locked: 'Locked',
  kiosk: 'Kiosk',
  rebuilding: 'Putting the register together again',
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
