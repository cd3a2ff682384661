import { backupDays } from '../../shared/rules/retention.ts'
import { counted, laptopLine, moment } from '../sentences.ts'
import type { Restored } from './load.ts'
import type { OldBackups } from './old.ts'
import type { NamedLaptop, Plan, TeamPlan } from './plan.ts'
import type { Summary } from './verify.ts'

/** What a backup holds, in a sentence. */
export function sayBackup(done: string, file: string, { opening, teams }: Summary): string[] {
  const all = [...teams.values()]
  const changes = all.reduce((sum, { revision }) => sum + revision, 0)
  const laptops = all.reduce((sum, team) => sum + team.laptops.size, 0)
  return [
    `${done}: ${file}`,
    `It is of ${moment(opening.at)}: ${counted(teams.size, 'team')}, ${counted(changes, 'change')}, ${counted(laptops, 'laptop')}.`,
  ]
}

/** Which backups may go, before any does. */
export function sayOld(folder: string, { old, newestGood }: OldBackups): string[] {
  if (newestGood === null) return [`No backup in ${folder} is known to be good, so none is deleted. Write one first: npm run backup`]
  const kept = `The newest good one stays: ${newestGood}`
  if (old.length === 0) return [`No backup in ${folder} is older than ${backupDays} days. Nothing was deleted.`, kept]
  return [
    `${counted(old.length, 'backup')} in ${folder} ${old.length === 1 ? 'is' : 'are'} older than ${backupDays} days. They cannot be brought back.`,
    kept,
  ]
}

/** What a restore will do, before it does anything. */
export function sayPlan(plan: Plan): string[] {
  const gone = plan.teamsGone > 0 ? [`${counted(plan.teamsGone, 'team')} in the database now that the backup does not have will be gone.`] : []
  return [
    `The backup is whole. It is of ${moment(plan.at)}.`,
    ...plan.teams.flatMap((team) => sayTeam(team)),
    ...gone,
    'One-time codes that nobody has used yet will end. Every laptop will load afresh and send again what the backup lacks.',
    ...(plan.teams.some((team) => team.unconfirmed.length > 0) ? saysWhy(plan) : []),
  ]
}

function sayTeam(team: TeamPlan): string[] {
  const { replaced } = team
  return [
    '',
    `Team ${team.team}: the backup has ${counted(team.changes, 'change')} and ${counted(team.laptops, 'laptop')}.`,
    ...(replaced ? sayReplaced(replaced) : ['What was written after the backup is only on the laptops. They send it again.']),
    ...list('Joined since, not in the backup. What they hold comes back when they join again with a new code from the lead:', team.joinedSince),
    ...list('Taken off the team since. They stay off it:', team.revokedSince),
    ...list('Not known to be right any more. They may send and receive nothing until you confirm them:', team.unconfirmed),
    '',
  ]
}

function sayReplaced({ changes, since, lost, maybeLost }: NonNullable<TeamPlan['replaced']>): string[] {
  const lines = [`The database has ${counted(changes, 'change')} of it now. They are taken out first and not kept.`]
  if (since === null) lines.push('The backup and the database have gone different ways, so what lies between them cannot be counted.')
  else lines.push(`${counted(since, 'change')} were written after the backup. Laptops that still have them send them again.`)
  if (lost > 0) lines.push(`Nobody will send again: ${counted(lost, 'change')} (written at the office, or by laptops that are off the team).`)
  if (maybeLost > 0) lines.push(`May be lost: ${counted(maybeLost, 'change')} that laptops may have cleared away, because a later backup has them.`)
  return lines
}

function list(title: string, laptops: readonly NamedLaptop[]): string[] {
  return laptops.length === 0 ? [] : [title, ...laptops.map(laptopLine)]
}

function saysWhy({ ledgerIsWhole, ledgerAt }: Plan): string[] {
  if (ledgerIsWhole) return []
  if (ledgerAt === null) {
    return [
      'There is no list of laptops (laptops.ledger) beside the database here. If you have the one of the old machine, name it with --ledger <file>.',
    ]
  }
  return [
    `The list of laptops here was last written on ${moment(ledgerAt)} and may lack who was taken off the team after the backup.`,
    'If it is the last one of the old machine, say so with --ledger <file>.',
  ]
}

/** What a restore has done, and what comes next. */
export function sayRestored(restored: Restored & { summary: Summary }, newKeys: number): string[] {
  const trust = [...restored.trust.values()]
  const revoked = trust.reduce((sum, one) => sum + one.revoked.length, 0)
  const unconfirmed = trust.reduce((sum, one) => sum + one.unconfirmed.length, 0)
  return [
    `${counted(restored.summary.teams.size, 'team')} restored.`,
    ...(revoked > 0 ? [`${counted(revoked, 'laptop')} kept off the team.`] : []),
    ...(newKeys > 0 ? ['The keys that help with forgotten passphrases came with the backup. Restart the server, so that it uses them.'] : []),
    ...(unconfirmed > 0
      ? [
          `${counted(unconfirmed, 'laptop waits', 'laptops wait')} to be confirmed: npm run office -- laptops, then npm run office -- confirm <laptop>, or confirm all.`,
        ]
      : []),
    'See what each laptop has brought back: npm run office -- brought-back',
  ]
}
