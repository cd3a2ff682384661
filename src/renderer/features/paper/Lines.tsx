import { useId, type KeyboardEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'
import { troubleOf, type PaperLine } from './paperDraft.ts'

/** The sheet as it is keyed in: names with their times, which can be put right. Arrows go from line to line. */
export function Lines({
  lines,
  checked,
  onLines,
  onDone,
}: {
  lines: readonly PaperLine[]
  checked: boolean
  onLines: (lines: PaperLine[]) => void
  /** Enter in a time: the next name. */
  onDone: () => void
}) {
  const words = useWords()
  const set = (key: string, more: Partial<PaperLine>) => onLines(lines.map((line) => (line.key === key ? { ...line, ...more } : line)))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const field = (event.target as HTMLElement).dataset['field']
    if (!field) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key !== 'Enter' && !by) return
    event.preventDefault()
    const there = by ? step(event.currentTarget, event.target as HTMLElement, field, by) : false
    if (!there && by !== -1) onDone()
  }
  return (
    <Card title={words.say('keyIn.lines')} aside={words.say('keyIn.linesAside', { count: lines.length })}>
      {lines.length === 0 && <Empty title={words.say('keyIn.empty')}>{words.say('keyIn.emptyMore')}</Empty>}
      <ol className="keyin__lines" aria-label={words.say('keyIn.lines')} onKeyDown={onKeyDown}>
        {lines.map((line, at) => (
          <Line
            key={line.key}
            line={line}
            number={at + 1}
            checked={checked}
            onChange={(more) => set(line.key, more)}
            onRemove={() => {
              onLines(lines.filter((one) => one.key !== line.key))
              onDone()
            }}
          />
        ))}
      </ol>
    </Card>
  )
}

/** The same field of the line above or below. @returns whether there is one */
function step(list: HTMLElement, from: HTMLElement, field: string, by: number): boolean {
  const all = [...list.querySelectorAll<HTMLInputElement>(`[data-field="${field}"]`)]
  const next = all[all.indexOf(from as HTMLInputElement) + by]
  next?.focus()
  next?.select()
  return next !== undefined
}

function Line({
  line,
  number,
  checked,
  onChange,
  onRemove,
}: {
  line: PaperLine
  number: number
  checked: boolean
  onChange: (more: Partial<PaperLine>) => void
  onRemove: () => void
}) {
  const words = useWords()
  const id = useId()
  const trouble = troubleOf(line)
  const shown = trouble && (checked || trouble.field !== 'time' || line.time.length >= 4) ? trouble : null
  const { name } = line
  const fields = [
    ['time', 'keyIn.time', 'keyIn.timeNamed', 5],
    ['left', 'keyIn.left', 'keyIn.leftNamed', 5],
    ['with', 'keyIn.with', 'keyIn.withNamed', 2],
  ] as const
  return (
    <li className="keyin__line">
      <span className="keyin__number figures">{number}</span>
      <span className="keyin__name">
        <span className="row__name">{name}</span>
        {line.inSince && <Chip tone="needs">{words.say('keyIn.isIn', { time: words.time(line.inSince) })}</Chip>}
        {line.personId === null && <Chip tone="new">{words.say('keyIn.new')}</Chip>}
        {shown && (
          <span className="keyin__trouble" id={`${id}-trouble`}>
            {words.say(`keyIn.${shown.what}`)}
          </span>
        )}
      </span>
      {fields.map(([field, label, named, most]) => (
        <label key={field} className="keyin__field">
          <span aria-hidden="true">{words.say(label)}</span>
          <input
            className="nhsuk-input"
            inputMode="numeric"
            autoComplete="off"
            maxLength={most}
            value={line[field]}
            data-field={field}
            data-line-time={field === 'time' ? '' : undefined}
            aria-label={words.say(named, { name })}
            aria-invalid={shown?.field === field || undefined}
            aria-describedby={shown?.field === field ? `${id}-trouble` : undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </label>
      ))}
      <Button look="link" about={name} onClick={onRemove}>
        {words.say('keyIn.remove')}
      </Button>
    </li>
  )
}
