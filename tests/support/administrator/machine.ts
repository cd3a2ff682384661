import { execFile, execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compare, filled, type Block } from './page.ts'

/** No command of the page takes longer. Milliseconds. */
const mostMs = 50_000

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/**
 * A machine as the page describes it, in a temporary folder: its paths lie there, its port is a free one, its PostgreSQL is the
 * run's. Real: the server's process, npm, the commands, the files. Stood in for, because a test has no root and no network: sudo
 * (does it as this user), systemctl and journalctl (start what the page's unit says, and show what it wrote), `git pull`, `npm ci`
 * and `npm run build` (do nothing).
 */
export class Machine {
  readonly folder: string
  readonly port: number
  /** What the page's `<names>` stand for by now. */
  readonly seen = new Map<string, string>()
  private readonly database: string
  private readonly env: NodeJS.ProcessEnv
  /** Where `https://gather.example.nhs.uk` leads. */
  proxy = 'http://127.0.0.1:1'

  private constructor(folder: string, port: number, database: string) {
    this.folder = folder
    this.port = port
    this.database = database
    const { DATABASE_URL: _url, GATHER_DATA: _data, ...rest } = process.env
    this.env = { ...rest, PATH: `${join(folder, 'usr/local/bin')}:${join(folder, 'stand-ins')}:${process.env['PATH']}` }
  }

  /** @param database its URL @param shared the folder of another machine, whose stick and backups this one sees */
  static async make(database: string, shared?: Machine): Promise<Machine> {
    const folder = await mkdtemp(join(tmpdir(), 'gather-machine-'))
    const machine = new Machine(folder, await freePort(), database)
    for (const one of ['media/stick', 'media/old', 'mnt/backups', 'var/lib/gather', 'stand-ins']) await mkdir(join(folder, one), { recursive: true })
    await chmod(folder, 0o755)
    await machine.standIns()
    if (shared) execFileSync('cp', ['-r', join(shared.folder, 'mnt'), join(shared.folder, 'media'), folder])
    for (const [name, value] of shared?.seen ?? []) machine.seen.set(name, value)
    return machine
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Follows the parts of one section. Throws when something is not as the page says. */
  async follow(blocks: readonly Block[]): Promise<void> {
    let said = ''
    for (const [place, block] of blocks.entries()) {
      if (block.kind === 'file') await this.write(block.path, block.text)
      else if (block.kind === 'commands') said += await this.run(block.text, mayRefuse(blocks[place + 1]))
      else {
        const missing = compare(block.text, said, this.seen)
        if (missing !== null) throw new Error(`the page shows "${missing}", but this was said:\n${said}`)
        said = ''
      }
    }
  }

  /** Writes a file of the page. */
  async write(path: string, text: string): Promise<void> {
    const here = this.here(path)
    await mkdir(dirname(here), { recursive: true })
    await writeFile(here, this.here(text).replace(/^DATABASE_URL=.*$/m, `DATABASE_URL=${this.database}`), {
      mode: path.includes('/bin/') ? 0o755 : 0o600,
    })
  }

  /** Runs commands as a person would type them, and answers what was said, in the page's own paths. */
  async run(commands: string, mayFail = false): Promise<string> {
    const script = filled(this.here(commands), new Map([...this.seen].map(([name, value]) => [name, this.here(value)])))
    const { failed, text } = await new Promise<{ failed: boolean; text: string }>((resolve) => {
      const child = execFile('bash', ['-e', '-c', script], { env: this.env, cwd: this.folder, timeout: mostMs }, (error, stdout, stderr) =>
        resolve({ failed: error !== null, text: stdout + stderr }),
      )
      child.stdin?.end() // nobody sits at a terminal
    })
    const said = this.there(text)
    if (failed && !mayFail) throw new Error(`this failed:\n${commands}\n${said}`)
    return said
  }

  async end(): Promise<void> {
    await this.run('systemctl stop gather', true)
    await rm(this.folder, { recursive: true, force: true })
  }

  private pairs(): [string, string][] {
    const paths = ['/etc/', '/var/lib/gather', '/mnt/backups', '/media/', '/usr/local/bin/']
    return [
      ['/srv/gather', root],
      ...paths.map((path): [string, string] => [path, `${this.folder}${path}`]),
      ['127.0.0.1:8787', `127.0.0.1:${this.port}`],
      ['GATHER_PORT=8787', `GATHER_PORT=${this.port}`],
      ['https://gather.example.nhs.uk', this.proxy],
    ]
  }

  private here(text: string): string {
    return this.pairs().reduce(
      (so, [page, real]) =>
        so
          .split(real)
          .map((part) => part.replaceAll(page, real))
          .join(real),
      text,
    )
  }

  private there(text: string): string {
    return this.pairs().reduce((so, [page, real]) => so.replaceAll(real, page), text)
  }

  private async standIns(): Promise<void> {
    const scripts = { sudo, systemctl: systemctl(this.folder), journalctl: journalctl(this.folder), git: 'echo Already up to date.', npm: npm() }
    for (const [name, text] of Object.entries(scripts)) {
      await writeFile(join(this.folder, 'stand-ins', name), `#!/bin/bash\n${text}\n`, { mode: 0o755 })
    }
  }
}

/** Commands that the page says refuse. */
function mayRefuse(next: Block | undefined): boolean {
  return next?.kind === 'shown' && next.text.includes('Nothing was changed.')
}

const sudo = 'if [ "$1" = -u ]; then shift 2; fi; exec "$@"'

function npm(): string {
  const real = execFileSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim()
  return `case "$*" in *" ci"|*" run build") exit 0;; esac\nexec ${real} "$@"`
}

function journalctl(folder: string): string {
  return `tail -n 5 ${folder}/journal`
}

/** Reads the page's own unit files. A timer's service runs at once. */
function systemctl(folder: string): string {
  return `
unit="\${@: -1}"; units=${folder}/etc/systemd/system
said() { sed -n "s/^$1=//p" "$units/$2"; }
start() {
  set -a; . "$(said EnvironmentFile gather.service)"; set +a
  cd "$(said WorkingDirectory gather.service)"
  touch ${folder}/journal; before=$(wc -l < ${folder}/journal)
  setsid $(said ExecStart gather.service) >> ${folder}/journal 2>&1 < /dev/null & # a file: a pipe would keep this command open
  echo $! > ${folder}/pid
  for try in $(seq 300); do
    tail -n +$((before + 1)) ${folder}/journal | grep -q "Gather server: http" && sleep 0.2 && return 0
    kill -0 $(cat ${folder}/pid) 2> /dev/null || { tail ${folder}/journal; return 1; }
    sleep 0.1
  done
  return 1
}
stop() {
  [ -f ${folder}/pid ] || return 0
  pid=$(cat ${folder}/pid); rm ${folder}/pid
  kill $pid 2> /dev/null
  while kill -0 $pid 2> /dev/null; do sleep 0.1; done
}
case "$unit" in
  *.timer) said ExecStart gather-backup.service | while read -r line; do $line < /dev/null || exit 1; done;;
  gather) case "$1" in enable|start) start;; stop) stop;; restart) stop; start;; esac;;
esac`
}

/** A port that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
