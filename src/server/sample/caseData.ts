import { z } from 'zod'
import { readJson } from './data.ts'

const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])

const phrases = z.object({ reason: z.string(), important: z.string(), people: z.string(), goal: z.string(), action: z.string() })

const serviceSchema = z.object({
  name: z.string(),
  organiser: z.string(),
  about: z.string(),
  needs: z.array(z.string()),
  suits: z.array(z.string()),
  town: z.string(),
  postcode: z.string(),
  free: z.boolean(),
  pence: z.int().optional(),
  times: z.array(z.tuple([weekday, z.string(), z.string()])),
  phone: z.string(),
  onlyFor: z.enum(['women', 'men']).optional(),
  languages: z.array(z.string()).optional(),
})
export type SampleService = z.infer<typeof serviceSchema>

const caseSchema = z.object({
  practices: z.array(z.object({ name: z.string(), odsCode: z.string() })),
  /** Who was referred and came to no group. */
  others: z.object({ given: z.array(z.string()), family: z.array(z.string()) }),
  /** What people of each need say. */
  needs: z.record(z.string(), phrases),
  /** Which needs lead to each group. */
  groups: z.record(z.string(), z.array(z.string())),
  services: z.array(serviceSchema),
})
export type CaseData = z.infer<typeof caseSchema>
export type Phrases = z.infer<typeof phrases>

/** Reads what the invented people were referred for, from `resources/sample`. */
export function readCases(): CaseData {
  return caseSchema.parse(readJson('cases.json'))
}
