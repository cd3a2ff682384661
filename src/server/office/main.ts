import { Mistake, runCommand, terminal } from '../command.ts'
import { teamsOf } from '../codes.ts'
import { dataFolderOf } from '../dataFolder.ts'
import { ledgerIn } from '../ledger.ts'
import { makeLog } from '../log.ts'
import { secretsIn } from '../secrets.ts'
import { migrate } from '../sql/migrate.ts'
import { openDatabase } from '../sql/open.ts'
import { officeCommands, type OfficeCommand } from './commands.ts'

/** `npm run office -- <command>`: what a person at the server may do, beside a running server or without one. */
async function main(env: NodeJS.ProcessEnv, words: string[]): Promise<void> {
  const { say } = terminal()
  const [name = 'help', ...args] = words.filter((one) => one !== '--json')
  if (name === 'help' || name === '--help') return say(usage())
  const command = Object.hasOwn(officeCommands, name) ? officeCommands[name] : undefined
  if (!command) throw new Mistake(`There is no command ${name}.\n\n${usage()}`)
  const { lines, value } = await runOn(env, command, args)
  if (words.includes('--json')) say(JSON.stringify(value, null, 2))
  else for (const line of lines) say(line)
}

function usage(): string {
  const lines = Object.entries(officeCommands).map(([name, { args, does }]) => `npm run office -- ${`${name} ${args}`.padEnd(24)} ${does}`)
  return `${lines.join('\n')}\n<laptop> and <colleague> are ids, or names. With --json the outcome is for programs. The team is the first one, or GATHER_TEAM_ID.`
}

async function runOn(env: NodeJS.ProcessEnv, command: OfficeCommand, args: string[]) {
  const folder = dataFolderOf(env)
  const { databasePassword: password } = await secretsIn(folder)
  const sql = await openDatabase({ env, folder, password, say: () => {}, log: makeLog('warn'), beside: true })
  try {
    await migrate(sql)
    const team = env['GATHER_TEAM_ID'] ?? (await teamsOf(sql))[0]
    if (!team)
      throw new Mistake(`There is no team in this database yet. The settings of the server must be set here too: its data folder is ${folder} now.`)
    return await command.run({ sql, ledger: ledgerIn(folder), team, nowMs: Date.now() }, args)
  } finally {
    await sql.close()
  }
}

if (import.meta.main) runCommand(() => main(process.env, process.argv.slice(2)))
