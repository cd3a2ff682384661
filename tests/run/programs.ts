import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counts } from './outcome.ts'

/** Runs a program with its words on our screen. @returns its exit code */
export async function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })
  return new Promise((resolve) => {
    child.once('error', () => resolve(127)).once('exit', (code) => resolve(code ?? 1))
  })
}

/** A program that either goes well or not. */
export async function check(program: string, args: string[], env: Record<string, string> = {}): Promise<Counts> {
  const code = await run(program, args, env)
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Vitest, counted by its own report. */
export async function vitest(project: string): Promise<Counts> {
  return counted(async (report) => {
    const args = ['run', '-c', 'tests/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    return run('vitest', args)
  }, countVitest)
}

/** Playwright, counted by its own report. @param config its configuration @param before words before the command: what gives it a display */
export async function playwright(config: string, before: string[] = [], env: Record<string, string> = {}): Promise<Counts> {
  return counted((report) => {
    const [program, ...args] = [...before, 'playwright', 'test', '-c', config, '--reporter=list,json']
    return run(program, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  }, countPlaywright)
}

async function counted(start: (report: string) => Promise<number>, count: (report: never) => Counts): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'gather-report-'))
  try {
    const file = join(folder, 'report.json')
    const code = await start(file)
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 } // it died before it could report
    const counts = count(JSON.parse(readFileSync(file, 'utf8')) as never)
    // an error outside of any test (a file that does not load, a teardown) has no test to fail
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countVitest(report: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }): Counts {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
}

function countPlaywright({ stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}
