import type { InputOf } from '../../../shared/commands/index.ts'
import type { WhichSession } from '../../../shared/commands/which.ts'
import { nameFrom } from '../../../shared/rules/nameFrom.ts'
import { readClock } from '../../ui/readClock.ts'

/** One line of the sheet as it is typed. */
export interface PaperLine {
  key: string
  /** null: a new name. */
  personId: string | null
  name: string
  time: string
  left: string
  /** How many came along. */
  with: string
  /** In the register before: since when. */
  inSince: string | null
}

/** All that is typed of one sheet. */
export interface PaperDraft {
  sheetId: string
  unknown: string
  because: string
  lines: PaperLine[]
}

export const emptyPaper: PaperDraft = { sheetId: '', unknown: '', because: '', lines: [] }

export type LineTrouble = 'badTime' | 'leftFirst' | 'badWith'

/** What is wrong with a line, by its field. */
export function troubleOf(line: PaperLine): { field: 'time' | 'left' | 'with'; what: LineTrouble } | null {
  const [time, left] = [readClock(line.time), line.left.trim() ? readClock(line.left) : '']
  if (time === null) return { field: 'time', what: 'badTime' }
  if (left === null) return { field: 'left', what: 'badTime' }
  if (left !== '' && left < time) return { field: 'left', what: 'leftFirst' }
  if (line.with.trim() && !(/^\d{1,2}$/.test(line.with.trim()) && Number(line.with) <= 20)) return { field: 'with', what: 'badWith' }
  return null
}

/** The time a new line begins with: that of the line above, or when the session began. */
export function timeForNext(draft: PaperDraft, start: string): string {
  const above = draft.lines
    .map((line) => readClock(line.time))
    .filter((time) => time !== null)
    .at(-1)
  return (above ?? start).replace(/^0(?=\d:)/, '')
}

/** A key no line of the draft has. */
export function keyForNext(draft: PaperDraft): string {
  return String(1 + Math.max(0, ...draft.lines.map((line) => Number(line.key))))
}

/** The draft as the command takes it. Lines must be without trouble. @param instantAt the moment of a time on that date */
export function keyInInput(draft: PaperDraft, session: WhichSession, instantAt: (time: string) => string): InputOf<'keyInPaper'> {
  const timesOf = (line: PaperLine) => ({
    arrivedAt: instantAt(readClock(line.time) ?? '00:00'),
    ...(line.left.trim() ? { leftAt: instantAt(readClock(line.left) ?? '00:00') } : {}),
    ...(Number(line.with) > 0 ? { withThem: Number(line.with) } : {}),
  })
  const known = draft.lines.flatMap((line) => (line.personId ? [{ personId: line.personId, ...timesOf(line) }] : []))
  const newcomers = draft.lines.flatMap((line) => {
    const { givenName, familyName } = nameFrom(line.name)
    return line.personId ? [] : [{ givenName, ...(familyName ? { familyName } : {}), ...timesOf(line) }]
  })
  const unknown = Math.min(Number.parseInt(draft.unknown, 10) || 0, 99)
  return {
    session,
    people: known,
    newcomers,
    unknown,
    ...(draft.sheetId ? { sheetId: draft.sheetId } : {}),
    ...(draft.because.trim() ? { because: draft.because.trim() } : {}),
  }
}
