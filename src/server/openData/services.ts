import { z } from 'zod'
import { inShort, publicService } from '../../shared/openData/openReferral.ts'
import type { PublicGroup } from '../../shared/openData/facts.ts'
import type { ForeignList, ForeignService } from '../../shared/portable/openReferralOut.ts'
import { timesOf } from '../../shared/rules/directory.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import { dateSchema, momentSchema } from '../../shared/std/schemas.ts'
import { plain } from '../../shared/std/text.ts'
import type { Standing } from './items.ts'

const mostPerPage = 200
const count = z.coerce.number().int().min(1)

/** What the standard lets one ask for, as far as we know the answer (domain 7.1). What we do not know of is not refused, as it says nothing. */
export const servicesQuery = z.object({
  search: z.string().max(200).optional(),
  page: count.max(100_000).default(1),
  per_page: count.max(mostPerPage).default(50),
  taxonomy_term_id: z.string().max(100).optional(),
  day: z
    .string()
    .toUpperCase()
    .pipe(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']))
    .optional(),
  modified_after: momentSchema.or(dateSchema).optional(),
})
export type ServicesQuery = z.output<typeof servicesQuery>

type One = Standing['groups'][number]

/** A page of services. */
export function servicesPage(groups: readonly One[], asked: ServicesQuery, today: PlainDate): ForeignList {
  const found = groups.filter((one) => fits(one, asked, today))
  const pages = Math.max(1, Math.ceil(found.length / asked.per_page))
  const contents = found.slice((asked.page - 1) * asked.per_page, asked.page * asked.per_page).map((one) => inShort(serviceFrom(one)))
  return {
    total_items: found.length,
    total_pages: pages,
    page_number: asked.page,
    size: contents.length,
    first_page: asked.page === 1,
    last_page: asked.page >= pages,
    empty: contents.length === 0,
    contents,
  }
}

/** One of them, whole. */
export function serviceFrom({ facts, number }: One): ForeignService {
  return publicService(facts, new Date(number).toISOString())
}

function fits(one: One, asked: ServicesQuery, today: PlainDate): boolean {
  const { facts, number } = one
  const words = plain(asked.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
  return (
    words.every((word) => textOf(facts).includes(word)) &&
    (!asked.modified_after || number > Date.parse(asked.modified_after)) &&
    (!asked.day || timesOf(facts.slots, today).some(({ day }) => day === asked.day)) &&
    (!asked.taxonomy_term_id || JSON.stringify(serviceFrom(one)['attributes'] ?? []).includes(`"${asked.taxonomy_term_id}"`))
  )
}

function textOf({ name, about, organiser, place }: PublicGroup): string {
  return plain([name, about, organiser, place?.name, place?.town, place?.postcode].filter(Boolean).join(' '))
}
