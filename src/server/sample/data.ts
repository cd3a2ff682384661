import { readFileSync } from 'node:fs'
import { v5 } from 'uuid'
import { z } from 'zod'
import { groupTemplate } from '../../shared/records/group.ts'
import { roleSchema } from '../../shared/records/colleague.ts'
import { dateSchema } from '../../shared/std/schemas.ts'

const groupKey = z.enum(['W', 'S', 'F', 'P', 'B', 'A'])
/** Which of the six groups. */
export type GroupKey = z.infer<typeof groupKey>

const personSchema = z.object({
  given: z.string(),
  family: z.string().optional(),
  knownAs: z.string().optional(),
  born: z.int(),
  groups: z.string(),
  alerts: z.array(z.string()).optional(),
  photo: z.enum(['yes', 'no']).optional(),
  isNew: z.boolean().optional(),
  /** How regularly they come, 0 to 9. */
  regular: z.int().min(0).max(9).default(5),
})
/** An invented member. */
export type SamplePerson = z.infer<typeof personSchema>

const contact = z.object({ name: z.string(), phone: z.string() })

const teamSchema = z.object({
  team: z.object({ name: z.string(), dutyPhone: z.string(), safeguarding: contact, safeguardingAlternate: contact }),
  colleagues: z.array(z.object({ key: z.string(), name: z.string(), role: roleSchema, phone: z.string() })),
  venues: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      meetingPoint: z.string(),
      town: z.string(),
      postcode: z.string(),
      notes: z.string(),
      gridReference: z.string().optional(),
    }),
  ),
  groups: z.array(
    z.object({
      key: groupKey,
      name: z.string(),
      organiser: z.string(),
      about: z.string(),
      venue: z.string(),
      second: z.string().optional(),
      leader: z.string(),
      helpers: z.array(z.string()),
      day: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
      start: z.string(),
      end: z.string(),
      since: dateSchema,
      counts: z.boolean(),
      template: groupTemplate,
    }),
  ),
})
/** The invented team. */
export type SampleData = z.infer<typeof teamSchema>
export type SampleGroup = SampleData['groups'][number]

const folder = new URL('../../../resources/sample/', import.meta.url)

/** A file of `resources/sample`. */
export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

/** A film of it. */
export function readSampleFile(name: string): Buffer {
  return readFileSync(new URL(name, folder))
}

/** Reads the invented team and people from `resources/sample`. */
export function readSample(): { data: SampleData; people: SamplePerson[] } {
  return { data: teamSchema.parse(readJson('team.json')), people: z.array(personSchema).parse(readJson('people.json')) }
}

const sampleNames = 'd2a0c5f4-58a3-5b5e-9d43-7f2f6d1c9a10'

/** The id of anything in the sample: the same on every server. */
export function sampleId(...parts: (string | number)[]): string {
  return v5(parts.join('|'), sampleNames)
}

/** The sample team's own id. */
export const sampleTeamId = sampleId('team')
