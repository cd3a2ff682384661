import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup, verifyBackup, writeBackup } from '../backup.ts'
import { Mistake, runCommand, terminal, type Terminal } from '../command.ts'
import { dataFolderOf } from '../dataFolder.ts'
import { ledgerIn, readLedger, type Known, type Ledger } from '../ledger.ts'
import { makeLog } from '../log.ts'
import { reconcile } from '../reconcile.ts'
import { keepRecoveryKeys, recoveryKeysOf, secretsIn } from '../secrets.ts'
import { migrate } from '../sql/migrate.ts'
import { openDatabase } from '../sql/open.ts'
import { counted } from '../sentences.ts'
import type { Sql } from '../sql/sql.ts'
import { sayBackup, sayOld, sayPlan, sayRestored } from './describe.ts'
import { isSealed } from './file.ts'
import { NotEmpty } from './load.ts'
import { deleteBackups, oldBackups } from './old.ts'
import { planRestore } from './plan.ts'
import { keepPublicHalf, makeBackupKey, privateHalfIn, publicHalfIn } from './seal.ts'
import { BadBackup } from './verify.ts'

const usage = `npm run backup                      writes a sealed backup and reads it back
npm run backup -- key [file]        makes the key for backups; its private half is shown once, or written to the file
npm run backup -- verify <file>     reads a backup from end to end
npm run backup -- restore <file>    says what it would do; with --yes it does it
npm run backup -- old               says how many backups are older than 35 days; with --yes it deletes them
  --to <folder>     where the backup goes, or old ones lie; without it the data folder
  --key <file>      the file with the private half of the key; without it you are asked for it
  --replace         take out everything that is in the database first
  --ledger <file>   the last laptops.ledger of the machine that the backup is from
  --new             make another key, though there is one
  --yes             do it without asking
  --json            the outcome for programs`

const options = {
  to: { type: 'string' },
  key: { type: 'string' },
  replace: { type: 'boolean' },
  ledger: { type: 'string' },
  new: { type: 'boolean' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Asked = ReturnType<typeof read>['values']

interface Setting {
  env: NodeJS.ProcessEnv
  folder: string
  asked: Asked
  at: Terminal
  nowMs: number
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

/** `npm run backup`: beside a running server or without one. */
async function main(env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const {
    values: asked,
    positionals: [what = 'write', file],
  } = read(args)
  const setting: Setting = { env, folder: dataFolderOf(env), asked, at: terminal(), nowMs: Date.now() }
  if (asked.help || what === 'help') return setting.at.say(usage)
  if (what === 'write') return write(setting)
  if (what === 'key') return makeKey(setting, file)
  if (what === 'verify' && file) return verify(setting, file)
  if (what === 'restore' && file) return restore(setting, file)
  if (what === 'old') return tidy(setting)
  throw new Mistake(what === 'verify' || what === 'restore' ? `Which file? npm run backup -- ${what} <file>` : usage)
}

/** Sentences for people, or one JSON value for programs. */
function tell({ asked, at }: Setting, lines: readonly string[], value: object): void {
  if (asked.json) at.say(JSON.stringify(value, null, 2))
  else for (const line of lines) at.say(line)
}

async function makeKey(setting: Setting, file: string | undefined): Promise<void> {
  const { folder, asked } = setting
  const old = await publicHalfIn(folder)
  if (old && !asked.new) {
    throw new Mistake(
      `There is a key already: ${old}\nTo make another one all the same, add --new. Backups up to now stay sealed to the old one, so keep it.`,
    )
  }
  const key = await makeBackupKey()
  if (file) await writeFile(file, `${key.privateHalf}\n`, { flag: 'wx', mode: 0o600 }).catch(refuseOverwriting)
  await keepPublicHalf(folder, key.publicHalf)
  tell(
    setting,
    [
      `The key for your backups is made. Its public half is in ${folder} and seals each backup from now on.`,
      ...(file
        ? [`The private half is in ${file}. It opens the backups. Take it away from this machine and keep it in two places.`]
        : [
            'The private half opens the backups. It is shown this once: write it down or print it, and keep it in two places, not on this machine.',
            '',
            key.privateHalf,
            '',
          ]),
      'Without the private half no backup can be restored.',
    ],
    { publicHalf: key.publicHalf, ...(file ? { file } : { privateHalf: key.privateHalf }) },
  )
}

function refuseOverwriting(error: NodeJS.ErrnoException): never {
  throw error.code === 'EEXIST' ? new Mistake('That file is there already. Name one that is not.') : error
}

async function write(setting: Setting): Promise<void> {
  const { folder, env, nowMs } = setting
  const publicHalf = await publicHalfIn(folder)
  if (!publicHalf) throw new Mistake('There is no key to seal backups with yet. Make one, once: npm run backup -- key')
  const recoveryKeys = recoveryKeysOf(await secretsIn(folder), env)
  await withDatabase(setting, async (sql) => {
    const { file, summary } = await writeBackup(sql, { folder: foldersOf(setting), nowMs, publicHalf, recoveryKeys })
    tell(setting, sayBackup('Backup written, sealed and read back', file, summary), { file, at: summary.opening.at })
  })
}

async function verify(setting: Setting, file: string): Promise<void> {
  const summary = await inWords(file, async () => verifyBackup(file, await keyFor(setting, file)))
  tell(setting, sayBackup('Backup is whole', file, summary), { file, at: summary.opening.at, whole: true })
}

/** The private half, if this file needs one: from the file that was named, or asked for. */
async function keyFor({ asked, at }: Setting, file: string): Promise<string | null> {
  if (!(await isSealed(file))) return null
  if (asked.key !== undefined) return privateHalfIn(await readFile(asked.key, 'utf8').catch(missing(asked.key)))
  if (!at.ask) throw new Mistake('This backup is sealed. Name the file with the private half of the key: --key <file>')
  return privateHalfIn(await at.ask('The private half of the key (AGE-SECRET-KEY-1…), it is not shown: ', true))
}

async function restore(setting: Setting, file: string): Promise<void> {
  const { asked, nowMs, folder } = setting
  const privateHalf = await inWords(file, () => keyFor(setting, file))
  const summary = await inWords(file, () => verifyBackup(file, privateHalf))
  await withDatabase(setting, async (sql) => {
    const own = ledgerIn(folder)
    const ledger = asked.ledger === undefined ? await own.read() : await named(asked.ledger)
    const how = { before: asked.replace ? ('replace' as const) : ('mustBeEmpty' as const), ledger, nowMs, privateHalf }
    const plan = await planRestore(sql, summary, how)
    if (!asked.json) for (const line of sayPlan(plan)) setting.at.say(line)
    await refuseFull(sql, asked)
    if (!(await agreed(setting))) return
    const newKeys = await keepRecoveryKeys(folder, summary.opening.recoveryKeys ?? [])
    const restored = await inWords(file, () => restoreBackup(sql, file, how))
    await bring(own, ledger, nowMs)
    await reconcile(sql, own, nowMs)
    tell(setting, sayRestored(restored, newKeys), { plan, trust: Object.fromEntries(restored.trust) })
  })
}

/** Deletes backups whose term is over: until then they hold the words of whoever was erased. The newest good one stays. */
async function tidy(setting: Setting): Promise<void> {
  const folder = foldersOf(setting)
  const found = await oldBackups(folder, setting.nowMs).catch(missing(folder))
  if (!setting.asked.json) for (const line of sayOld(folder, found)) setting.at.say(line)
  const { old, newestGood } = found
  if (old.length > 0 && !(await agreed(setting))) return
  await deleteBackups(folder, old)
  const done = old.length > 0 ? [`${counted(old.length, 'backup')} deleted.`] : []
  tell(setting, done, { deleted: old, newestGood })
}

function foldersOf({ asked, folder }: Setting): string {
  return asked.to ?? join(folder, 'backups')
}

async function refuseFull(sql: Sql, { replace }: Asked): Promise<void> {
  if (replace) return
  const [team] = await sql.transaction({ team: null }, (tx) => tx.query('select team from team_list limit 1'))
  if (team) throw new NotEmpty('There is a team in the database already. Nothing was changed. To take it out first, add --replace.')
}

async function agreed({ asked, at }: Setting): Promise<boolean> {
  if (asked.yes) return true
  if (at.ask && (await at.ask('Type yes to do it: ')).trim().toLowerCase() === 'yes') return true
  at.say('Nothing was changed. To do it, add --yes.')
  process.exitCode = 2
  return false
}

/** A ledger that somebody named is the last one of its machine: they say so by naming it. */
async function named(path: string): Promise<Known> {
  const known = await readLedger(path)
  if (known.lastAt === null) throw new Mistake(`There is no list of laptops in ${path}.`)
  return known
}

/** What a named ledger knows of laptops stands in our own from now on. */
async function bring(own: Ledger, { laptops }: Known, nowMs: number): Promise<void> {
  await own.settle(nowMs)
  const here = await own.read()
  const entries = [...laptops]
    .filter(([device]) => !here.laptops.has(device))
    .flatMap(([device, { team, colleague, revoked }]) => [
      { what: 'enrolled' as const, team, device, colleague: colleague ?? '' },
      ...(revoked ? [{ what: 'revoked' as const, team, device, wipe: revoked.wipe }] : []),
    ])
  if (entries.length > 0) await own.add(entries, nowMs)
}

async function withDatabase({ env, folder, at, asked }: Setting, work: (sql: Sql) => Promise<void>): Promise<void> {
  const { databasePassword: password } = await secretsIn(folder)
  const say = (line: string) => {
    if (!asked.json) at.say(line)
  }
  const sql = await openDatabase({ env, folder, password, say, log: makeLog('warn'), beside: true })
  try {
    await migrate(sql)
    await work(sql)
  } finally {
    await sql.close()
  }
}

/** Says what is wrong with a file in a sentence. */
async function inWords<Answer>(file: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BadBackup) throw new Mistake(`This backup is no good: ${error.message}. Nothing was changed. (${file})`)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') missing(file)(error)
    throw error
  }
}

function missing(file: string): (error: Error) => never {
  return (error) => {
    throw 'code' in error && error.code === 'ENOENT' ? new Mistake(`There is no file ${file}.`) : error
  }
}

if (import.meta.main) runCommand(() => main(process.env, process.argv.slice(2)))
