import { broughtBackOf, type BroughtBack } from '../broughtBack.ts'
import { issueCode } from '../codes.ts'
import { Mistake } from '../command.ts'
import { confirmLaptops } from '../confirm.ts'
import { releaseHeld, settleHeld } from '../held.ts'
import type { Ledger } from '../ledger.ts'
import { devicesOf, heldOf, revokeDevice, type DeviceLine } from '../office.ts'
import { leadOf } from '../ownWriting.ts'
import { reconcile } from '../reconcile.ts'
import { counted, moment } from '../sentences.ts'
import type { Sql } from '../sql/sql.ts'
import { findNamed, namesOf } from './named.ts'
import { printReport } from './report.ts'

/** What a command works on. */
export interface OfficeSetting {
  sql: Sql
  ledger: Ledger
  team: string
  nowMs: number
}

/** What came of it: sentences for people, one value for programs. */
export interface Outcome {
  lines: string[]
  value: unknown
}

/** One command of `npm run office`. */
export interface OfficeCommand {
  args: string
  does: string
  run(setting: OfficeSetting, args: readonly string[]): Promise<Outcome>
}

/** How long a code from the office lives, in milliseconds: it is made at the desk where it is typed. */
const codeLifeMs = 10 * 60_000

/** Every command by its name. */
export const officeCommands: Readonly<Record<string, OfficeCommand>> = {
  laptops: { args: '', does: 'lists the laptops of the team', run: listLaptops },
  colleagues: { args: '', does: 'lists the colleagues, for the commands that name one', run: listColleagues },
  code: { args: '[colleague]', does: 'makes a one-time code to join with, for the lead unless you name somebody', run: makeCode },
  revoke: {
    args: '<laptop>',
    does: 'takes a laptop off the team: it may still send and receives nothing',
    run: (setting, args) => takeOff(setting, args, false),
  },
  wipe: {
    args: '<laptop>',
    does: 'the same, and it sends what it holds and empties itself when it next calls',
    run: (setting, args) => takeOff(setting, args, true),
  },
  confirm: { args: '<laptop>|all', does: 'after a restore: says that a laptop is still right', run: confirm },
  'brought-back': { args: '', does: 'after a restore: what each laptop has sent again', run: listBroughtBack },
  report: { args: '<report> [group] [from] [to]', does: 'counts what a report of the app counts, without names', run: printReport },
  held: { args: '', does: 'lists changes that wait for a person', run: listHeld },
  release: { args: '<change>', does: 'takes a change that waits in after all', run: release },
  settle: { args: '<change> <reason>', does: 'closes a change that waits, for good', run: settle },
}

async function listLaptops({ sql, team }: OfficeSetting): Promise<Outcome> {
  const lines = await devicesOf(sql, team)
  const [devices, colleagues] = [await namesOf(sql, team, 'device'), await namesOf(sql, team, 'colleague')]
  const nameIn = (all: typeof devices, id: string) => all.find((one) => one.id === id)?.name || 'without a name'
  const value = lines.map((one) => ({ ...one, name: nameIn(devices, one.id), colleagueName: nameIn(colleagues, one.colleague) }))
  return {
    value,
    lines: [`${counted(lines.length, 'laptop')}:`, ...value.map((one) => `  ${one.id}  ${one.name} (${one.colleagueName}): ${stateOf(one)}`)],
  }
}

function stateOf({ heard, waiting, clockSeconds, revoked, wipe, unconfirmed }: DeviceLine): string {
  return [
    ...(revoked ? [wipe ? 'taken off the team, to be emptied' : 'taken off the team'] : []),
    ...(unconfirmed ? ['not confirmed since the restore'] : []),
    heard ? `last heard ${moment(heard)}` : 'never heard',
    ...(waiting ? [`${counted(waiting, 'change')} still to send`] : []),
    ...(Math.abs(clockSeconds ?? 0) > 60 ? ['its clock is wrong'] : []),
  ].join(', ')
}

async function listColleagues({ sql, team }: OfficeSetting): Promise<Outcome> {
  const value = await namesOf(sql, team, 'colleague')
  return { value, lines: [`${counted(value.length, 'colleague')}:`, ...value.map(({ id, name }) => `  ${id}  ${name}`)] }
}

async function makeCode({ sql, team, nowMs }: OfficeSetting, args: readonly string[]): Promise<Outcome> {
  const typed = args.join(' ')
  const everybody = await namesOf(sql, team, 'colleague')
  const lead = await sql.transaction({ team }, (tx) => leadOf(tx, team))
  const who = findNamed(everybody, typed || lead, 'colleague')
  const value = await sql.transaction({ team }, (tx) => issueCode(tx, team, who.id, codeLifeMs, nowMs))
  return { value, lines: [`Code for ${who.name}: ${value.code}`, 'It works once, within 10 minutes.'] }
}

async function takeOff({ sql, ledger, team, nowMs }: OfficeSetting, args: readonly string[], wipe: boolean): Promise<Outcome> {
  const { id, name } = findNamed(await namesOf(sql, team, 'device'), args.join(' '), 'laptop')
  if (!(await revokeDevice(sql, team, id, wipe, nowMs))) throw new Mistake(`There is no laptop ${id}.`)
  await reconcile(sql, ledger, nowMs).catch((error: unknown) => {
    throw notKept(error)
  })
  const next = wipe
    ? 'When it next calls, it sends what it holds and empties itself.'
    : 'It may still send what it holds, which waits for the lead, and receives nothing.'
  return { value: { device: id, wipe }, lines: [`${name} (${id}) is taken off the team.`, next] }
}

function notKept(error: unknown): Mistake {
  const why = error instanceof Error ? error.message : String(error)
  return new Mistake(
    `It is taken off the team, but that could not be written beside the database, so a restore would not know. Mend this and run the command again: ${why}`,
  )
}

async function confirm(setting: OfficeSetting, args: readonly string[]): Promise<Outcome> {
  const { sql, team, nowMs } = setting
  const typed = args.join(' ')
  const which = typed === 'all' ? 'all' : findNamed(await namesOf(sql, team, 'device'), typed, 'laptop').id
  const value = await confirmLaptops(setting, team, which, nowMs)
  if (value.length === 0)
    return { value, lines: [which === 'all' ? 'No laptop waits to be confirmed.' : 'This laptop does not wait to be confirmed.'] }
  const lines = value.map(
    ({ device, taken, held }) => `${device} is confirmed: ${counted(taken, 'change')} taken in, ${counted(held, 'change')} still wait.`,
  )
  return { value, lines }
}

async function listBroughtBack({ sql, team }: OfficeSetting): Promise<Outcome> {
  const value = await broughtBackOf(sql, team)
  if (!value) return { value, lines: ['This team was never restored from a backup.'] }
  const silent = value.laptops.filter((one) => one.heard === null && one.trust !== 'revoked')
  return {
    value,
    lines: [
      `Since the restore on ${moment(value.restoredAt)}:`,
      ...value.laptops.map((one) => `  ${one.device}  ${one.name ?? 'without a name'}: ${broughtLine(one)}`),
      silent.length > 0
        ? `${counted(silent.length, 'laptop')} not heard since. What only they hold is not back yet.`
        : 'Every laptop has been heard since.',
    ],
  }
}

function broughtLine({ back, held, since, heard, waiting, trust }: BroughtBack): string {
  return [
    heard ? `brought back ${counted(back, 'change')}, wrote ${since.toLocaleString('en-GB')} since` : 'not heard since',
    ...(held > 0 ? [`${counted(held, 'change')} on hold`] : []),
    ...(heard && waiting ? [`${counted(waiting, 'change')} still to send`] : []),
    ...(trust === 'revoked' ? ['taken off the team'] : trust === 'notConfirmed' ? ['not confirmed yet'] : []),
  ].join(', ')
}

async function listHeld({ sql, team }: OfficeSetting): Promise<Outcome> {
  const value = await heldOf(sql, team)
  if (value.length === 0) return { value, lines: ['Nothing waits for a person.'] }
  const lines = value.map(({ id, device, code, at }) => `  ${id}  from ${device}, ${moment(at)}: ${code}`)
  return { value, lines: [`${counted(value.length, 'change')} for a person to look at:`, ...lines] }
}

async function release({ sql, team, nowMs }: OfficeSetting, [id]: readonly string[]): Promise<Outcome> {
  if (!id) throw new Mistake('Which change? See npm run office -- held')
  const lead = await sql.transaction({ team }, (tx) => leadOf(tx, team))
  const taken = await releaseHeld(sql, team, id, nowMs, lead)
  if (taken === 0) throw new Mistake('It was not taken in: it is not there, or something in it is still not right.')
  return { value: { taken }, lines: [`${counted(taken, 'change')} taken in.`] }
}

async function settle({ sql, team, nowMs }: OfficeSetting, [id, ...reason]: readonly string[]): Promise<Outcome> {
  if (!id || reason.length === 0) throw new Mistake('Which change, and why? npm run office -- settle <change> <reason>')
  const by = await sql.transaction({ team }, (tx) => leadOf(tx, team))
  if (!(await settleHeld(sql, team, id, by, reason.join(' '), nowMs))) throw new Mistake('There is no such change that waits.')
  return { value: { settled: id }, lines: ['Closed. It stays where it is, with your reason.'] }
}
