import { expect } from 'vitest'
import { idFor, thursday as today } from '../../support/builders.ts'
import type { GoldenTeam } from './goldenCases.ts'
import { said } from './goldenTeam.ts'
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
