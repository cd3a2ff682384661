import { z } from 'zod'
import accessFile from '../../../resources/lists/access.json' with { type: 'json' }
import suitsFile from '../../../resources/lists/suits.json' with { type: 'json' }

/** A list of codes as it lies in resources/lists, with its version and where it is from. */
const listSchema = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  source: z.string().min(1),
  items: z.array(z.object({ code: z.string().regex(/^[a-zA-Z]{2,40}$/), label: z.string().min(1) })).min(1),
})
export type CodeList = z.infer<typeof listSchema>
export type CodeItem = CodeList['items'][number]

/** Who something suits and can cope with (domain 7.3). */
export const suitsList: CodeList = listSchema.parse(suitsFile)

/** How people get there, in and around (domain 7.3). */
export const accessList: CodeList = listSchema.parse(accessFile)

const labels = (list: CodeList): ReadonlyMap<string, string> => new Map(list.items.map(({ code, label }) => [code, label]))
const suitsLabels = labels(suitsList)
const accessLabels = labels(accessList)

/** What a code of who it suits is called; a code that a newer list has is shown as it is. */
export function suitsLabel(code: string): string {
  return suitsLabels.get(code) ?? code
}

/** What a code of access is called; a code that a newer list has is shown as it is. */
export function accessLabel(code: string): string {
  return accessLabels.get(code) ?? code
}
