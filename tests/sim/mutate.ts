import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { mutants } from './mutants.ts'

/** Loaded before the simulation (`node --import`): plants the bug named by GATHER_MUTANT into the shipped source as it is read. */
const mutant = mutants.find((one) => one.name === process.env['GATHER_MUTANT'])
if (!mutant) throw new Error('no such mutant')

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    const path = url.startsWith('file:') ? fileURLToPath(url) : ''
    const edits = mutant.edits.filter((edit) => path.endsWith(edit.file))
    if (edits.length === 0) return loaded
    let source = String(loaded.source)
    for (const { from, to } of edits) {
      if (!source.includes(from)) throw new Error(`the mutant "${mutant.name}" no longer fits ${path}`)
      source = source.replace(from, to)
    }
    return { ...loaded, source }
  },
})
