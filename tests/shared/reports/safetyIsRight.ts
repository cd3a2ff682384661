import { expect } from 'vitest'
import { idFor, thursday as today } from '../../support/builders.ts'
import type { GoldenTeam } from './goldenCases.ts'
import { said } from './goldenTeam.ts'
import { mayUseInSql } from './mayUseInSql.ts'
import { safetyInSql } from './safetyInSql.ts'

const groups = ['Walk and Talk', 'Walking Football', 'Active Sky Blues', 'Pain Café', 'Old Choir', 'Walk too'].map(idFor)

export async function safetyIsRight(team: GoldenTeam): Promise<void> {
  for (const groupId of [null, ...groups]) {
    const rows = await team.says({ name: 'safety', params: { groupId } })
    const truth = await team.inSql((tx, id) => safetyInSql(tx, id, today, groupId))
    expect(rows.map((row) => row.map(said))).toEqual(truth.map((one) => [one.what, one.where, one.on, one.state, one.number, one.lookedAt, one.more]))
    if (groupId === null) expect(new Set(rows.filter((row) => said(row[3]) !== 'noneFound').map((row) => said(row[0]))).size).toBe(17) // or there was nothing to find
  }
}

const files = ['picture', 'video', 'sound']

export async function mayUseIsRight(team: GoldenTeam): Promise<void> {
  const rows = (await team.says({ name: 'mayUse', params: {} })).map((row) => row.map(said))
  const truth = await team.inSql((tx, id) => mayUseInSql(tx, id, today))
  const named = (one: (typeof truth)[number]) => one.who ?? (files.includes(one.what) ? null : 'notNamed')
  expect(rows).toEqual(truth.map((one) => [one.use, one.what, named(one), one.baby, one.words, one.until]))
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['pictures', 'quote', 'story', ...files]))
}
