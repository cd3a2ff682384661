import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { mutants } from './mutants.ts'

/** `npm run sim:mutants`: each planted bug must make the simulation fail, or the simulation proves nothing. `-- 3000 hand-over`: those so called. */
const [runs = '3000', called = ''] = process.argv.slice(2)
const chosen = mutants.filter(({ name }) => name.includes(called))
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Two at a time: the machine has two cores. */
const queue = [...chosen]
const escaped: string[] = []

async function worker(): Promise<void> {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const began = Date.now()
    const { code, said } = await play(mutant.name)
    const stale = said.includes('no longer fits')
    const caught = code !== 0 && !stale && !said.includes('Never happened') // that a mishap never came is no fault found
    if (!caught) escaped.push(mutant.name)
    const why = /(seed \d+: [^\n]*|Never happened[^\n]*)/.exec(said)?.[1] ?? ''
    console.log(`${caught ? 'caught' : stale ? 'STALE' : 'ESCAPED'}: ${mutant.name} (${Math.round((Date.now() - began) / 1000)} s) ${why}`)
  }
}

function play(name: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', here('./mutate.ts'), here('./run.ts'), '--runs', runs, '--seed', '1'], {
      env: { ...process.env, GATHER_MUTANT: name },
    })
    let said = ''
    child.stdout.on('data', (text) => {
      said += String(text)
    })
    child.stderr.on('data', (text) => {
      said += String(text)
    })
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

await Promise.all([worker(), worker()])
console.log(`${chosen.length - escaped.length} of ${chosen.length} planted bugs were caught`)
process.exit(escaped.length === 0 ? 0 : 1)
