import type { JournalFrame } from '../ipc/contract.ts'

/** A segment's frames with some put in the place of those of the same sequences; the very list where there is none to replace. */
export function replaced<Frame extends JournalFrame>(there: Frame[], frames: readonly JournalFrame[]): [before: Frame[], after: Frame[]] {
  const bySequences = new Map(frames.map((one) => [nameOf(one), one.frame]))
  if (!there.some((one) => bySequences.has(nameOf(one)))) return [there, there]
  return [there, there.map((one) => ({ ...one, frame: bySequences.get(nameOf(one)) ?? one.frame }))]
}

function nameOf({ firstSequence, lastSequence }: JournalFrame): string {
  return `${firstSequence}-${lastSequence}`
}
