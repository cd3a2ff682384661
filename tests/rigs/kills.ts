import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../run/programs.ts'
import { readOptions } from './options.ts'

/**
 * `npm run kills -- --rounds N [--seed S]`: kills the app with SIGKILL N times in each host, between key and tick and behind it
 * (tests/e2e/kill.spec.ts), and counts kills where Playwright counts tests.
 */
const { rounds, seed } = readOptions(process.argv.slice(2), 50)

/** What Playwright's report holds of a test. */
interface Report {
  suites: { specs: { tests: { projectName: string; annotations: { type: string; description?: string }[] }[] }[] }[]
}

const folder = mkdtempSync(join(tmpdir(), 'gather-kills-'))
const report = join(folder, 'report.json')
const env = { GATHER_KILLS: String(rounds), GATHER_SEED: String(seed), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
const code = await run('playwright', ['test', '-c', 'tests/playwright.config.ts', 'kill.spec.ts', '--workers=1', '--reporter=list,json'], env)
const { suites } = JSON.parse(readFileSync(report, 'utf8')) as Report
rmSync(folder, { recursive: true })
const tests = suites.flatMap((suite) => suite.specs).flatMap((spec) => spec.tests)
let [passed, failed] = [0, 0]
for (const { projectName, annotations } of tests) {
  const said = annotations.find((one) => one.type === 'kills')?.description ?? '0 kills'
  const survived = Number.parseInt(said, 10)
  passed += survived
  if (survived < rounds) failed++ // the first that loses somebody ends its host's run
  console.log(`${projectName}: ${said}`)
}
console.log(`${passed} passed, ${code !== 0 && failed === 0 ? 1 : failed} failed`)
process.exitCode = code
