import { readFileSync } from 'node:fs'
import { must } from '../../src/shared/std/assert.ts'

/** What stands behind `node` in `npm run server`: whoever starts the server in a process of its own starts the one that ships. */
export const serverWords: readonly string[] = scriptOf('server')

function scriptOf(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: Record<string, string> }
  const [node, ...words] = must(scripts[name], `script "${name}"`).split(' ')
  if (node !== 'node') throw new Error(`npm run ${name} does not start with node`)
  return words
}
