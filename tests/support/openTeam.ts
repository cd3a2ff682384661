import type { LooseDraft } from '../../src/shared/changes/change.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { aSlot, idFor } from './builders.ts'
import type { Surgery } from './surgery.ts'

/** Writes rows into a team as its server does. */
export function write(surgery: Surgery, ...drafts: LooseDraft[]): Promise<void> {
  return surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'test', drafts, surgery.now()))
}

export const park = idFor('Riversley Park')
export const walk = idFor('Walk and Talk')
export const cafe = idFor('Pain Café')

/** A team that publishes: a walk with all that OpenActive asks for, and a café, which is no activity. */
export async function publishes(surgery: Surgery): Promise<void> {
  const group = { schedule: [aSlot()], counts: true, state: 'running', published: true, venueId: park }
  await write(
    surgery,
    { record: 'team', row: surgery.team, fields: { name: 'Nuneaton North', openData: true } },
    {
      record: 'venue',
      row: park,
      fields: { name: 'Riversley Park', meetingPoint: 'bandstand', address: 'Coton Road', town: 'Nuneaton', postcode: 'CV11 5TU', isPublic: true },
    },
    {
      record: 'group',
      row: walk,
      fields: {
        ...group,
        name: 'Walk and Talk',
        about: 'A slow walk, then a warm drink',
        template: 'walk',
        pence: 0,
        publicContact: 'the walk team',
        publicPhone: '01632 960111',
        publicEmail: 'walk@example.org',
        capacity: 20,
      },
    },
    { record: 'group', row: cafe, fields: { ...group, name: 'Pain Café', counts: false, template: 'cafe' } },
  )
}

/** What one of the public addresses answers. */
export async function ask(surgery: Surgery, url: string, headers: Record<string, string> = {}) {
  const answer = await surgery.server.app.inject({ url, headers: { host: 'gather.example', ...headers } })
  return { status: answer.statusCode, text: answer.body, headers: answer.headers, json: () => JSON.parse(answer.body) as any }
}

/** The whole feed, page by page, to its end. */
export async function wholeFeed(surgery: Surgery, from = '/openactive/sessions'): Promise<{ items: any[]; pages: number; last: string }> {
  const items: any[] = []
  let url = from
  for (let pages = 1; ; pages++) {
    const { next, items: found } = (await ask(surgery, url)).json() as { next: string; items: any[] }
    items.push(...found)
    const path = next.replace('http://gather.example', '')
    if (found.length === 0) return { items, pages, last: path }
    url = path
  }
}
