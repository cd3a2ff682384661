import { randomUUID } from 'node:crypto'
import { must } from '../shared/std/assert.ts'
import { zeroChain } from '../shared/sync/protocol.ts'
import { issueCode, teamsOf } from './codes.ts'
import { releaseUnknown } from './held.ts'
import { makeTeam, writeAsServer } from './ownWriting.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** What the first start of an empty server is told. */
export interface FirstNames {
  team: string
  lead: string
}

/** A team with its lead and the first code, written in this transaction. Answers their ids and the code. */
async function beginTeam(tx: Transaction, names: FirstNames, nowMs: number): Promise<string> {
  const team = randomUUID()
  const lead = randomUUID()
  await tx.enterTeam(team)
  await makeTeam(tx, team, lead, zeroChain, nowMs)
  await writeAsServer(
    tx,
    team,
    lead,
    'begin',
    [
      { record: 'team', row: team, fields: { name: names.team } },
      { record: 'colleague', row: lead, fields: { name: names.lead, role: 'lead' } },
    ],
    nowMs,
  )
  return (await issueCode(tx, team, lead, null, nowMs)).code
}

/**
 * A team for a database that has none; of two servers that start at once one makes it. Answers the code, if it was
 * this one.
 */
function beginIfEmpty(sql: Sql, names: FirstNames, nowMs: number): Promise<string | null> {
  return sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    await tx.query(`select name from migration where name = 'lock' for update`)
    const [team] = await tx.query('select team from team_list limit 1')
    return team ? null : beginTeam(tx, names, nowMs)
  })
}

/**
 * Makes the server ready to serve: an empty one gets its team; one that nobody has joined yet gives another first code,
 * since only hashes of codes are kept; what an older server did not understand is taken in (SPEC SY18). Answers the code.
 */
export async function prepare(sql: Sql, names: FirstNames, nowMs: number): Promise<{ firstCode: string | null; released: number }> {
  const fresh = await beginIfEmpty(sql, names, nowMs)
  if (fresh) return { firstCode: fresh, released: 0 }
  const teams = await teamsOf(sql)
  let released = 0
  for (const team of teams) released += await releaseUnknown(sql, team, nowMs)
  const first = must(teams[0], 'team')
  return { firstCode: await sql.transaction({ team: first }, (tx) => codeIfNobodyJoined(tx, first, nowMs)), released }
}

async function codeIfNobodyJoined(tx: Transaction, team: string, nowMs: number): Promise<string | null> {
  const [anyone] = await tx.query(`select 1 from device where team = $1 and kind = 'laptop' limit 1`, [team])
  if (anyone) return null
  const [own] = await tx.query<{ colleague: string }>(`select colleague from device where team = $1 and kind = 'server'`, [team])
  return own ? (await issueCode(tx, team, own.colleague, null, nowMs)).code : null
}
