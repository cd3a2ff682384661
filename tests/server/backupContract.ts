import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { backupTeam, restoreBackup, restoreTeam, verifyBackup, writeBackup } from '../../src/server/backup.ts'
import type { Before } from '../../src/server/backup/load.ts'
import { makeBackupKey, type BackupKey } from '../../src/server/backup/seal.ts'
import { nothingKnown } from '../../src/server/ledger.ts'
import { makeSample } from '../../src/server/sample/sampleTeam.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { publishes, wholeFeed } from '../support/openTeam.ts'
import { readSealed, writeSealed } from '../support/sealed.ts'
import { emptyDatabase } from '../support/emptyDatabase.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

/** What a backup must hold, on every engine. */
export function backupContract(kind: 'memory' | 'postgres'): void {
  describe(`backup and restore: ${kind}`, () => {
    let surgery: Surgery
    let folder: string
    let laptop: TestLaptop
    let key: BackupKey
    beforeAll(async () => {
      surgery = await openSurgery({ kind })
      key = await makeBackupKey()
    })
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'gather-backup-'))
      await surgery.empty()
      laptop = await surgery.enrol()
      await laptop.load()
    })
    afterEach(() => rm(folder, { recursive: true }))
    afterAll(() => surgery.close())

    const add = (name: string) => laptop.exchange([laptop.write('person', v7(), { givenName: name })])
    const writeTo = (folder: string) =>
      writeBackup(surgery.sql, { folder, nowMs: Date.now(), publicHalf: key.publicHalf, recoveryKeys: ['a recovery key'] })
    const write = () => writeTo(folder)
    const verify = (file: string) => verifyBackup(file, key.privateHalf)
    /** @param covered whether the ledger beside the database knows every revocation of it */
    const restore = async (file: string, before: Before = 'mustBeEmpty', covered = true) => {
      const { opening } = await verify(file)
      const ledger = { ...nothingKnown(), databases: new Set(covered ? [opening.epoch] : []) }
      return restoreBackup(surgery.sql, file, { before, ledger, nowMs: Date.now(), privateHalf: key.privateHalf })
    }
    const spoil = async (file: string, how: (text: string) => string) =>
      writeSealed(file, how(await readSealed(file, key.privateHalf)), key.publicHalf)

    it('[SY14] moves what is durable only after the file was read back, to the revision it holds', async () => {
      await add('A')
      expect((await laptop.exchange()).durable).toBe(0)
      const { summary } = await write()
      const { revision } = summary.teams.get(surgery.team)!
      expect((await laptop.exchange()).durable).toBe(revision)
      await add('B')
      expect((await laptop.exchange()).durable).toBe(revision)
      expect((await laptop.exchange()).revision).toBe(revision + 1)
    })

    it('[SY14] does not move it when the file cannot be written', async () => {
      await add('A')
      await expect(writeTo('/dev/null/nowhere')).rejects.toThrow()
      expect((await laptop.exchange()).durable).toBe(0)
    })

    it('[SY39] brings back what a team has told the world, and tells all of it again', async () => {
      await publishes(surgery)
      const before = await wholeFeed(surgery)
      const { file } = await write()
      await restore(file, 'replace')
      const again = await wholeFeed(surgery, before.last)
      expect(again.items.map((one) => one.id).sort()).toEqual(before.items.map((one) => one.id).sort())
    })

    it('is for its owner only, and leaves nothing half-written', async () => {
      const { file } = await write()
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const [name, note] = (await readdir(folder)).sort()
      expect([join(folder, name!), note, (await readdir(folder)).length]).toEqual([file, `${name}.sha256`, 2]) // what was read back, for `backup -- old`
    })

    it.each([
      ['cut short', (text: string) => text.slice(0, -20)],
      ['a change altered', (text: string) => text.replace('Altered', 'Changed')],
      [
        'a change left out',
        (text: string) =>
          text
            .split('\n')
            .filter((line) => !line.includes('Altered'))
            .join('\n')
            .replace(/\{"lines":(\d+)\}/, (_, n) => `{"lines":${Number(n) - 2}}`),
      ],
      [
        'one link of the chain altered',
        (text: string) =>
          text.replace(/("table":"change_log".*?"chain":")(.)/, (_all, before: string, sign: string) => `${before}${sign === '0' ? '1' : '0'}`),
      ],
      [
        'another head',
        (text: string) =>
          text.replace(/("table":"team_head".*?"chain":")(.)/, (_all, before: string, sign: string) => `${before}${sign === '0' ? '1' : '0'}`),
      ],
      ['no backup', () => 'hello\n'],
    ])('[SY14] says that it is bad: %s', async (_what, how) => {
      await add('Altered')
      await add('Last')
      const { file } = await write()
      await spoil(file, how)
      await expect(verify(file)).rejects.toThrow()
      await emptyDatabase(surgery.sql)
      await expect(restore(file)).rejects.toThrow()
    })

    it('says that a file that is cut short on the disk is bad', async () => {
      const { file } = await write()
      await writeFile(file, (await readFile(file)).subarray(0, -30))
      await expect(verify(file)).rejects.toThrow('it cannot be unpacked')
    })

    it('[S8] a flipped bit anywhere in the sealed file is found', async () => {
      await add('A')
      const { file } = await write()
      const bytes = await readFile(file)
      for (const place of [40, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 1]) {
        const spoilt = Buffer.from(bytes)
        spoilt[place]! ^= 1
        await writeFile(file, spoilt)
        await expect(verify(file), `bit of byte ${place}`).rejects.toThrow()
      }
    })

    it('[S8] nothing of a person stands in the file, and neither its own public key nor another private one opens it', async () => {
      await add('Canaria')
      const { file } = await write()
      const bytes = await readFile(file)
      expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
      expect(bytes.toString('latin1')).not.toContain('Canaria')
      expect(await readSealed(file, key.privateHalf)).toContain('Canaria')
      await expect(verifyBackup(file, (await makeBackupKey()).privateHalf)).rejects.toThrow('This key does not open this backup')
      await expect(verifyBackup(file, null)).rejects.toThrow('its key is needed')
    })

    it('[S8] the keys for forgotten passphrases come along, sealed', async () => {
      const { file } = await write()
      expect((await verify(file)).opening.recoveryKeys).toEqual(['a recovery key'])
    })

    it('[S8] a backup of 0.1, which was not sealed, is still restored', async () => {
      await add('A')
      const { file, summary } = await write()
      const old = join(folder, 'gather-of-0.1.ndjson.gz')
      await writeFile(old, gzipSync(await readSealed(file, key.privateHalf)))
      await emptyDatabase(surgery.sql)
      const restored = await restoreBackup(surgery.sql, old, { before: 'mustBeEmpty', ledger: nothingKnown(), nowMs: Date.now(), privateHalf: null })
      expect(restored.summary.teams).toEqual(summary.teams)
    })

    it('[SY17] brings everything back, under a new epoch, and only into an empty database', async () => {
      await add('A')
      await laptop.exchange([laptop.write('person', v7(), { givenName: 'held\0' })])
      await surgery.codeFor(surgery.lead)
      const before = await contents(surgery.sql, surgery.team)
      const { file } = await write()
      await expect(restore(file)).rejects.toThrow('not empty')
      await emptyDatabase(surgery.sql)
      await restore(file)
      const after = await contents(surgery.sql, surgery.team)
      expect(after.tables).toEqual(before.tables)
      expect(after.epoch).not.toBe(before.epoch)
      const reply = await laptop.exchange()
      expect(reply.reset).toBe('epoch')
      expect(reply.durable).toBe(before.head)
    })

    it('[SY16] what was sent after the backup is sent again and lost nowhere', async () => {
      await add('Before')
      const { file } = await write()
      const [after, held] = [laptop.write('person', v7(), { givenName: 'After' }), laptop.write('person', v7(), { givenName: 0 })]
      expect((await laptop.exchange([after, held])).haveN).toBe(3)
      await restore(file, 'replace')
      expect(await laptop.exchange()).toMatchObject({ reset: 'epoch', haveN: 1 })
      await laptop.load()
      const reply = await laptop.exchange([after, held])
      expect(reply).toMatchObject({ haveN: 3, results: [{ state: 'accepted' }, { state: 'held', code: 'invalid' }] })
    })

    it('puts back one team and leaves the others', async () => {
      await makeSample(surgery.sql, Date.parse('2024-01-15T09:00:00Z'))
      const lines = await backupTeam(surgery.sql, surgery.team, Date.now())
      await add('Later')
      await restoreTeam(surgery.sql, surgery.team, lines, Date.now())
      const [found] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
        tx.query<{ n: number }>(`select count(*) as n from record_row where record = 'person'`),
      )
      expect(found!.n).toBe(0)
      const { summary } = await write()
      expect(summary.teams.size).toBe(2)
    })

    it('writes thousands of changes in pages and reads each back once', async () => {
      const changes = await makeSample(surgery.sql, Date.parse('2024-06-15T09:00:00Z'))
      const { summary } = await write()
      const sample = [...summary.teams.entries()].find(([team]) => team !== surgery.team)![1]
      expect(sample).toMatchObject({ revision: changes, counts: { change_log: changes, team_head: 1 } })
      expect(changes).toBeGreaterThan(2000)
    })
  })
}

/** Everything of a team but what the restore is meant to change: the epoch, and when codes end. */
async function contents(sql: Sql, team: string): Promise<{ tables: object; epoch: string; head: number }> {
  return sql.transaction({ team }, async (tx) => {
    const tables: Record<string, unknown[]> = {}
    for (const table of ['change_log', 'held', 'record_row', 'device', 'code']) {
      tables[table] = (await tx.query<{ t: unknown }>(`select to_jsonb(t) - 'expires_at' as t from ${table} t order by to_jsonb(t)::text`)).map(
        (row) => row.t,
      )
    }
    const [epoch] = await tx.query<{ value: string }>(`select value from meta where key = 'epoch'`)
    const [head] = await tx.query<{ revision: number; chain: string }>('select revision, chain from team_head')
    tables['head'] = [head]
    return { tables, epoch: epoch!.value, head: head!.revision }
  })
}
