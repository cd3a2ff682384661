import { plain } from '../shared/std/text.ts'
import type { Transaction } from './sql/sql.ts'

/** Characters of a name; the number behind it needs a few of them. */
const mostLetters = 100

/**
 * A laptop's name that no other of the team has, nor ever had: the next free number is put behind it. Two of one name cannot be told
 * apart when one of them is to be taken off the team.
 */
export async function freeName(tx: Transaction, team: string, wanted: string): Promise<string> {
  const rows = await tx.query<{ name: string | null }>(
    `select body #>> '{fields,name}' as name from record_row where team = $1 and record = 'device'`,
    [team],
  )
  const taken = new Set(rows.map(({ name }) => plain(name ?? '').trim()))
  const numbered = (number: number) => (number === 1 ? wanted : `${wanted.slice(0, mostLetters - 1 - String(number).length)} ${number}`)
  for (let number = 1; ; number++) {
    if (!taken.has(plain(numbered(number)).trim())) return numbered(number)
  }
}
