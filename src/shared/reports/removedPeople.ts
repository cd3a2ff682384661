import type { ReportReader } from './defineReport.ts'

/** Ids of people who were added by mistake: in no figure. */
export async function removedPeople(reader: ReportReader): Promise<Set<string>> {
  return new Set((await reader.pick('person', ['removedBecause'])).flatMap((one) => (one.removedBecause ? [one.id] : [])))
}
