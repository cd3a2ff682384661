import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeBackup } from '../../src/server/backup.ts'
import { sayOld } from '../../src/server/backup/describe.ts'
import { deleteBackups, oldBackups } from '../../src/server/backup/old.ts'
import { makeBackupKey } from '../../src/server/backup/seal.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const today = Date.parse('2026-10-22T02:00:00Z')
const dayMs = 86_400_000

describe('[story 35] backups whose term is over', () => {
  let surgery: Surgery
  let folder: string
  let publicHalf: string
  beforeAll(async () => {
    surgery = await openSurgery({ kind: 'memory' })
    ;({ publicHalf } = await makeBackupKey())
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gather-old-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  afterAll(() => surgery.close())

  const write = async (days: number) => (await writeBackup(surgery.sql, { folder, nowMs: today - days * dayMs, publicHalf, recoveryKeys: [] })).file
  const left = async () => (await readdir(folder)).filter((name) => !name.endsWith('.sha256')).map((name) => join(folder, name))

  it('are those older than 35 days; deleted, nothing else in the folder is touched', async () => {
    const [oldest, older, young] = [await write(60), await write(36), await write(34)]
    await writeFile(join(folder, 'laptops.ledger'), 'x')
    await writeFile(join(folder, 'gather-notes.txt'), 'x')
    const found = await oldBackups(folder, today)
    expect(found).toEqual({ old: [oldest, older], newestGood: young })
    expect(sayOld(folder, found)[0]).toBe(`2 backups in ${folder} are older than 35 days. They cannot be brought back.`)
    await deleteBackups(folder, found.old)
    expect((await left()).sort()).toEqual([join(folder, 'gather-notes.txt'), join(folder, 'laptops.ledger'), young].sort())
    expect(await readdir(folder)).toHaveLength(4)
    expect((await oldBackups(folder, today)).old).toEqual([])
  })

  it('never are the newest good one: what lies behind it and is torn does not count, however old the good one is', async () => {
    const [oldest, good, torn] = [await write(80), await write(50), await write(2)]
    await writeFile(torn, 'half of it')
    expect(await oldBackups(folder, today)).toEqual({ old: [oldest], newestGood: good })
  })

  it('none goes where none is known to be good', async () => {
    const one = await write(60)
    await copyFile(one, one.replace('2026-08', '2026-07'))
    await rm(`${one}.sha256`)
    const found = await oldBackups(folder, today)
    expect(found).toEqual({ old: [], newestGood: null })
    expect(sayOld(folder, found)).toEqual([`No backup in ${folder} is known to be good, so none is deleted. Write one first: npm run backup`])
  })
})
