import type { ReportReader } from './defineReport.ts'

/** Makes something of each, and gives way after so many: whoever else waits, somebody at the door say, has a turn. */
export async function inLots<One, Made>(
  all: readonly One[],
  many: number,
  reader: ReportReader,
  make: (one: One, at: number) => Made,
): Promise<Made[]> {
  const made: Made[] = []
  for (const [at, one] of all.entries()) {
    if (at % many === 0) await reader.giveWay()
    made.push(make(one, at))
  }
  return made
}
