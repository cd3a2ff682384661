/** One fenced part of a page: commands, what they show, or a file to be written. */
export type Block = { kind: 'commands'; text: string } | { kind: 'shown'; text: string } | { kind: 'file'; path: string; text: string }

/** The fenced parts of a page of Markdown, by the heading they stand under. */
export function readPage(markdown: string): Map<string, Block[]> {
  const sections = new Map<string, Block[]>()
  let blocks: Block[] = []
  for (const [, heading, info, text] of markdown.matchAll(/^## (.+)$|^```(\w+(?: \S+)?)\n([\s\S]*?)^```$/gm)) {
    if (heading) sections.set(heading, (blocks = []))
    else if (info !== undefined && text !== undefined) blocks.push(blockOf(info, text))
  }
  return sections
}

function blockOf(info: string, text: string): Block {
  const path = info.split(' ')[1]
  if (path) return { kind: 'file', path, text }
  if (info === 'text') return { kind: 'shown', text }
  if (info === 'sh') return { kind: 'commands', text }
  throw new Error(`a block of ${info} that nobody follows`)
}

/** Writes what was seen before in the place of `<names>`. Throws on one that was never seen. */
export function filled(text: string, seen: ReadonlyMap<string, string>): string {
  return text.replace(/<(\w+)>/g, (_all, name: string) => {
    const value = seen.get(name)
    if (value === undefined) throw new Error(`the page uses <${name}> before it shows one`)
    return value
  })
}

/**
 * Holds what a page shows against what was said: each of its lines must be found, in that order. `…` fits anything; `<name>` fits a
 * word and is kept, or must be the word that was kept. Answers the first line that is missing, or null.
 */
export function compare(shown: string, said: string, seen: Map<string, string>): string | null {
  const lines = said.split('\n')
  for (const wanted of shown.split('\n').filter((line) => line.trim() !== '')) {
    const pattern = patternOf(wanted.trim(), seen)
    for (;;) {
      const line = lines.shift()
      if (line === undefined) return wanted
      const match = pattern.exec(line.trim())
      if (!match) continue
      for (const [name, value] of Object.entries(match.groups ?? {})) seen.set(name, value)
      break
    }
  }
  return null
}

function patternOf(line: string, seen: ReadonlyMap<string, string>): RegExp {
  const parts = line.split(/(…|<\w+>)/).map((part) => {
    if (part === '…') return '.*'
    const name = /^<(\w+)>$/.exec(part)?.[1]
    if (!name) return part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    const known = seen.get(name)
    return known === undefined ? `(?<${name}>\\S+)` : known.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  })
  return new RegExp(`^${parts.join('')}$`)
}
