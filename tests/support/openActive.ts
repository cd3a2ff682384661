import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { activities } from '../../src/shared/openData/activities.ts'

/** What the validators of OpenActive say of one place in the data. */
export interface Finding {
  severity: 'failure' | 'warning' | 'notice' | 'suggestion'
  type: string
  path: string
  message: string
}

const load = createRequire(import.meta.url)
const { validate } = load('@openactive/data-model-validator') as { validate(data: unknown, options: object): Promise<Finding[]> }
const { RpdeValidator } = load('@openactive/rpde-validator') as {
  RpdeValidator(url: string, options: object): Promise<{ pages: { errors: Finding[] }[] }>
}

const list = 'https://openactive.io/activity-list'

/** The concepts that we name, in the shape of the published list: the validator would fetch it from the network otherwise (domain 7.2). */
const ownList = {
  '@context': 'https://openactive.io/',
  id: list,
  title: 'OpenActive Activity List',
  type: 'ConceptScheme',
  concept: Object.values(activities).flatMap((one) =>
    one ? [{ id: `${list}#${one.id}`, identifier: one.id, type: 'Concept', prefLabel: one.label }] : [],
  ),
}

/** What the data model's own validator says of these, with no network: the activity list lies in its cache. */
export async function findingsIn(items: readonly unknown[]): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gather-openactive-'))
  const kept = (url: string, data: unknown) => {
    const name = createHash('sha256').update(url).digest('hex')
    const file = { errorCode: 'error_none', data, statusCode: 200, url, exception: null, contentType: 'application/ld+json', fetchTime: Date.now() }
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(file))
  }
  kept(list, ownList)
  kept(`${list}.jsonld`, ownList)
  try {
    const options = { loadRemoteJson: true, remoteJsonCachePath: folder, remoteJsonCacheTimeToLive: 1e9 }
    return (await Promise.all(items.map((one) => validate(one, options)))).flat()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the feed's validator says of all pages, walking the feed from its beginning. */
export async function feedFindings(url: string): Promise<Finding[]> {
  const { pages } = await RpdeValidator(url, { pageLimit: 40, timeoutMs: 20_000 })
  return pages.flatMap((page) => page.errors)
}
