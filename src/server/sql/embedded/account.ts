import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'

/** As whom the database runs: null for the same user as we. */
export interface Account {
  uid: number
  gid: number
  name: string
}

/** PostgreSQL refuses to run as root, so root runs it as a system user of its own. */
const ownUser = 'gather'

const noShell = '/usr/sbin/nologin'

/** The user to run the database as. Throws when root has none and can make none. */
export function accountForDatabase(): Account | null {
  if (process.getuid?.() !== 0) return null
  const found = lookUp(ownUser) ?? make() ?? lookUp('postgres')
  if (found) return found
  throw new Error(`the database cannot run as root, and no user "${ownUser}" could be made: make one, or be another user`)
}

function make(): Account | null {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', noShell, ownUser]],
    ['adduser', ['-S', '-D', '-H', ownUser]], // Alpine
  ]
  for (const [command, args] of ways) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return lookUp(ownUser)
  }
  return lookUp(ownUser) // made by another server in the meantime
}

function lookUp(name: string): Account | null {
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
  return uid === null || gid === null ? null : { uid, gid, name }
}

function idOf(flag: string, name: string): number | null {
  const done = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return done.status === 0 ? Number(done.stdout) : null
}

/**
 * Whether the account may do this to a path; root's own eyes would see through a closed folder. @param test of
 * test(1)
 */
export function may(account: Account | null, test: '-x' | '-w' | '-r', path: string): boolean {
  const who = account ? { uid: account.uid, gid: account.gid } : {}
  return spawnSync('/bin/sh', ['-c', `test ${test} "$0"`, path], { ...who, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether this process runs as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The name of who runs us, for a message. */
export function ourName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '') // a number without a name in /etc/passwd
  }
}
