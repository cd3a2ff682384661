import type { SessionHead, SheetLine } from '../../workerLink/sheetViews.ts'
import { useWords } from '../../words/useWords.ts'

/** What stands on top of each sheet: the group, the date, the place, and its number. */
export function SheetHead({ view, number, title }: { view: SessionHead; number: string; title?: string }) {
  const words = useWords()
  const place = [view.place, view.meetingPoint].filter(Boolean).join(', ')
  return (
    <div className="paper__head">
      <div>
        <h2 className="paper__group">{title ? `${title}: ${view.group}` : view.group}</h2>
        <p>{words.say('sheet.whereWhen', { place, day: words.day(view.date), start: words.time(view.start), end: words.time(view.end) })}</p>
        {view.leader && <p>{words.say('sheet.led', { leader: view.leader })}</p>}
      </div>
      <p className="paper__number">{words.say('sheet.number', { number })}</p>
    </div>
  )
}

/** A name, with a birthday where two have the same. */
export function NameCell({ line }: { line: SheetLine }) {
  const words = useWords()
  return (
    <>
      {line.name}
      {line.birthday && <span className="paper__born"> {words.say('sheet.birthday', { day: words.tinyDate(`2000-${line.birthday}`) })}</span>}
    </>
  )
}
