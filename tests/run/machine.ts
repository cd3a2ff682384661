import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './programs.ts'

/** What this machine has for driving the app. */
export interface Machine {
  /** Words before a command that needs a display and a keyring; null where there can be none. */
  desktop: string[] | null
  /** Electron's program, and the built app it is pointed to. */
  electron: { path: string; folder: string; old: boolean } | null
  /** What cannot be run here, and why. */
  missing: string[]
}

/** Debian's names; Ubuntu 24.04 has some of them with another ending. */
const packages = [
  'xvfb',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'libsecret-1-0',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'python3-pip',
  'python3',
  'procps',
  'chromium',
  'chromium-headless-shell',
  'fonts-liberation',
]
const otherNames: Record<string, string> = { libasound2: 'libasound2t64', 'libgtk-3-0': 'libgtk-3-0t64' }
const programs = ['Xvfb', 'dbus-run-session', 'dbus-send', 'gnome-keyring-daemon', 'python3', 'ps', 'pgrep']

/** Looks at the machine, and installs what it may. @param stages the names of what is to be run */
export async function prepare(stages: string[]): Promise<Machine> {
  const missing = stages.includes('unit') && !isRootOnLinux() ? ['the journal on a full disk: needs root on Linux'] : []
  if (!stages.includes('build') && !stages.includes('e2e')) return { desktop: null, electron: null, missing }
  if (process.platform === 'linux') await install()
  const { whyNot, ...found } = desktopAndElectron()
  return { ...found, missing: whyNot ? [...missing, `the desktop app and its package: ${whyNot}`] : missing }
}

function desktopAndElectron(): Omit<Machine, 'missing'> & { whyNot: string } {
  const absent = process.platform === 'linux' ? programs.filter((name) => !has(name)) : []
  if (absent.length > 0) return { desktop: null, electron: null, whyNot: `${absent.join(', ')} could not be installed` }
  const desktop = process.platform === 'linux' ? ['bash', 'tests/e2e.sh'] : []
  const current = currentElectron()
  if (current) return { desktop, electron: { path: current, folder: '.', old: false }, whyNot: '' }
  const old = oldElectron()
  return { desktop, electron: old.path ? { path: old.path, folder: 'out/electron22', old: true } : null, whyNot: old.why }
}

/** The version in package.json, where its program was fetched. */
function currentElectron(): string | null {
  const home = join('node_modules/electron/dist')
  const found = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'].map((name) => join(home, name)).find(existsSync)
  return found ?? null
}

/** The one that can be had without Electron's own host. */
function oldElectron(): { path: string | null; why: string } {
  if (process.platform !== 'linux') return { path: null, why: 'Electron was not fetched (node node_modules/electron/install.js)' }
  const got = spawnSync('bash', ['tests/electron/get-electron.sh'], { encoding: 'utf8' })
  return got.status === 0 ? { path: got.stdout.trim(), why: '' } : { path: null, why: got.stderr.trim().split('\n').at(-1) ?? '' }
}

/** Debian's packages, as root; one by one where not all are known by these names. */
async function install(): Promise<void> {
  const absent = programs.filter((name) => !has(name)).length > 0 || !hasChromium()
  if (!absent || !isRootOnLinux() || !has('apt-get')) return
  const quiet = ['-o', 'Dpkg::Use-Pty=0', '-qq', '-y', '--no-install-recommends']
  const patient = ['-o', 'Acquire::Retries=5', '-o', 'DPkg::Lock::Timeout=300'] // mirrors stumble, and somebody else may install
  const apt = (...words: string[]) => run('apt-get', [...patient, ...words], { DEBIAN_FRONTEND: 'noninteractive' })
  await apt('update', '-qq')
  if ((await apt('install', ...quiet, ...packages)) === 0) return
  for (const name of packages) if ((await apt('install', ...quiet, name)) !== 0 && otherNames[name]) await apt('install', ...quiet, otherNames[name])
}

function hasChromium(): boolean {
  return ['chromium', 'chromium-browser', 'google-chrome'].some(has)
}

function has(program: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0
}

function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}
