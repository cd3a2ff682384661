import { Mistake } from '../command.ts'
import type { Sql } from '../sql/sql.ts'

/** Somebody or something that a command names: by its id, the beginning of it, or its name. */
export interface Named {
  id: string
  name: string
}

/** Names of a team's colleagues, laptops or groups, for people at the server; not of anybody who comes to a group. */
export function namesOf(sql: Sql, team: string, record: 'device' | 'colleague' | 'group'): Promise<Named[]> {
  return sql.transaction({ team }, (tx) =>
    tx.query<Named>(`select id, coalesce(body #>> '{fields,name}', '') as name from record_row where team = $1 and record = $2 order by 2, id`, [
      team,
      record,
    ]),
  )
}

/** The one that was meant. Throws `Mistake` with what to do. */
export function findNamed(all: readonly Named[], typed: string | undefined, what: 'laptop' | 'colleague' | 'group'): Named {
  const see = what === 'group' ? all.map(({ name }) => name).join(', ') : `npm run office -- ${what}s`
  if (!typed) throw new Mistake(`Which ${what}? See ${see}`)
  const asked = typed.toLowerCase()
  const exact = all.filter(({ id, name }) => id === asked || name.toLowerCase() === asked)
  const found = exact.length > 0 ? exact : all.filter(({ id }) => asked.length >= 4 && id.startsWith(asked))
  const [one] = found
  if (!one) throw new Mistake(`There is no ${what} ${typed}. See ${see}`)
  if (found.length > 1) throw new Mistake(`${found.length} ${what}s fit ${typed}. Write the whole id. See ${see}`)
  return one
}
