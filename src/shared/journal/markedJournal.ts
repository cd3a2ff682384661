import type { Host } from '../ipc/contract.ts'
import type { NumberMark } from './numberMark.ts'

/**
 * A journal whose highest number is also kept outside of it: from the first question on, for the device that asked.
 * @param openMark opens the mark of a device
 */
export function markedJournal(
  append: Host['journalAppend'],
  openMark: (device: string) => Promise<NumberMark>,
): Pick<Host, 'journalAppend' | 'journalNumbers'> {
  let open: { device: string; mark: Promise<NumberMark | null> } | null = null
  return {
    async journalAppend(frame, first, last) {
      const mark = await open?.mark
      await mark?.before(last)
      const done = await append(frame, first, last)
      if (done.ok) mark?.after(last)
      return done
    },
    async journalNumbers(device) {
      if (open && open.device !== device) void open.mark.then((mark) => mark?.close())
      if (open?.device !== device) open = { device, mark: openMark(device).catch(() => null) } // no room for it: the journal alone must do
      return (await open.mark)?.known() ?? { last: 0, ceiling: 0 }
    },
  }
}
