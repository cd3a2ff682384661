import { z } from 'zod'
import list from '../../../resources/lists/needs.json' with { type: 'json' }

/** The three headings of the case study (domain 1): practical, social, emotional. */
export const needHeadings = ['practical', 'social', 'emotional'] as const
export type NeedHeading = (typeof needHeadings)[number]

const code = z.string().min(1).max(40)
const listSchema = z.object({
  version: z.string(),
  headings: z.array(z.object({ heading: z.enum(needHeadings), label: z.string() })),
  needs: z.array(z.object({ code, heading: z.enum(needHeadings), label: z.string() })),
})
const read = listSchema.parse(list)

/** One need: its code never changes its meaning. */
export interface KnownNeed {
  code: string
  heading: NeedHeading
  label: string
}

/** Every need of `resources/lists/needs.json`, in its order. */
export const needs: readonly KnownNeed[] = read.needs
/** What each heading is called, in their order. */
export const headings: readonly { heading: NeedHeading; label: string }[] = read.headings

const byCode: ReadonlyMap<string, KnownNeed> = new Map(needs.map((one) => [one.code, one]))

/** A need by its code; undefined where a newer app wrote it. */
export function needOf(code: string): KnownNeed | undefined {
  return byCode.get(code)
}

/** What a need is called. A code that this app does not know is told as it stands, so that nothing is lost. */
export function needLabel(code: string): string {
  return byCode.get(code)?.label ?? code
}

/** The needs under one heading. */
export function needsUnder(heading: NeedHeading): KnownNeed[] {
  return needs.filter((one) => one.heading === heading)
}

/** The code for a need by its code or its label, as a list or a letter has it; null where there is none. */
export function needCalled(text: string): string | null {
  const wanted = text.trim().toLowerCase()
  return needs.find((one) => one.code.toLowerCase() === wanted || one.label.toLowerCase() === wanted)?.code ?? null
}
