import type { Change } from '../shared/changes/change.ts'
import { erasedChange } from '../shared/rules/erased.ts'
import { isObject } from '../shared/std/json.ts'
import { plainColumn } from './columns.ts'
import { hashOf } from './hash.ts'
import { isShallow, type Judged } from './judge.ts'
import type { Transaction } from './sql/sql.ts'

/**
 * Those of these changes that are known under their id and differ only in that the words of one of both were taken out (SPEC SY41): a laptop
 * sends what it has blanked once more, or one that has not heard yet what is blanked here. @param hashes of what is known, by id
 */
export async function sameButErased(
  tx: Transaction,
  team: string,
  judged: readonly Judged[],
  hashes: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const others = judged.filter((one) => hashes.has(one.id) && hashes.get(one.id) !== one.hash)
  if (others.length === 0) return new Set()
  const kept = await bodiesOf(
    tx,
    team,
    others.map((one) => one.id),
  )
  return new Set(others.flatMap(({ id, raw }) => (isSame(kept.get(id), raw) ? [id] : [])))
}

async function bodiesOf(tx: Transaction, team: string, ids: readonly string[]): Promise<Map<string, unknown>> {
  const found = await tx.query<{ id: string; body: string }>(
    `select id, body::text as body from change_log where team = $1 and id = any($2::uuid[])
     union all select id, body from held where team = $1 and id = any($2::uuid[])`,
    [team, plainColumn(ids)],
  )
  return new Map(found.map(({ id, body }) => [id, parsed(body)]))
}

/** What is held was kept as it came, however deep it nests: deeper than the stack it is no change. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}

function isSame(kept: unknown, came: unknown): boolean {
  if (!isChange(kept) || !isChange(came) || !isShallow(came) || !isShallow(kept)) return false
  const [one, other] = [kept, came].map((change) => ({ blank: hashOf(erasedChange(change)), whole: hashOf(change) }))
  return one?.blank === other?.blank && (one?.blank === one?.whole || other?.blank === other?.whole)
}

function isChange(value: unknown): value is Change {
  return isObject(value) && typeof value['record'] === 'string' && isObject(value['fields'])
}
