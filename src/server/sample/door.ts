import { z } from 'zod'
import { roleSchema } from '../../shared/records/colleague.ts'

/** Which of the invented colleagues to be; Priya Nair, a facilitator, unless said. */
export const sampleSchema = z.object({ as: roleSchema.optional() })

/** Makes the invented team if it is not there, and answers a code to join it with. */
export type SampleDoor = (asked: z.infer<typeof sampleSchema>) => Promise<{ code: string; passphrase: string }>
