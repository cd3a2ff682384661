/** Letters of an alert on a row, how many there are, and letters of a note (records/person.ts, records/note.ts). */
const alertLetters = 60
const mostAlerts = 8
const noteLetters = 4000
/** Said where an alert goes on in a note, so that nobody takes the beginning for all of it. */
const goesOn = '… (see notes)'
const moreThere = 'More in the notes'

/** Alerts for the row, and the whole text where they have no room: then it is kept as a note. */
export function alertsIn(cell: string): { short: string[]; left: string | null } {
  const all = cell
    .split(/[;|\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
  const fits = all.length <= mostAlerts && all.every((one) => one.length <= alertLetters)
  if (fits) return { short: all, left: null }
  const shown = all.length > mostAlerts ? all.slice(0, mostAlerts - 1) : all
  const short = [...shown.map(shortOf), ...(all.length > mostAlerts ? [moreThere] : [])]
  return { short, left: cell.trim() }
}

/** The first words of a long alert. */
function shortOf(alert: string): string {
  if (alert.length <= alertLetters) return alert
  const room = cut(alert, alertLetters - goesOn.length)
  const words = room.replace(/\s+\S*$/, '')
  return `${words || room}${goesOn}`
}

const from = 'From the imported list'

/** What is kept beside the fields, as notes of a length that a note has room for. */
export function notesFrom(lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const notes: string[] = []
  for (let text = lines.join('\n'); text !== '';) {
    const part = cut(text, noteLetters - from.length - 1)
    notes.push(`${from}\n${part}`)
    text = text.slice(part.length)
  }
  return notes
}

/** The first so many letters, none cut in two. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}
