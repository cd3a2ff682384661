import type { MeasureDefinition, MeasureItem } from '../../../shared/measures/definition.ts'
import { notAnswered, type Answer } from '../../../shared/rules/measures.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { useId } from 'react'

interface Props {
  definition: MeasureDefinition
  item: MeasureItem
  answer: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
}

/** Letters of an answer in words. */
const mostWords = 1000

/** One question exactly as its definition words it, with "would rather not say" and "do not know" beside the answers: neither is zero. */
export function Question({ definition, item, answer, onAnswer }: Props) {
  if (item.kind === 'text') return <Words item={item} answer={answer} onAnswer={onAnswer} />
  if (item.kind === 'number') return <NumberAnswer definition={definition} item={item} answer={answer} onAnswer={onAnswer} />
  return <Choice definition={definition} item={item} answer={answer} onAnswer={onAnswer} />
}

function Words({ item, answer, onAnswer }: Omit<Props, 'definition'>) {
  return (
    <TextArea
      label={item.text}
      maxLength={mostWords}
      value={typeof answer === 'string' ? answer : ''}
      onChange={(event) => onAnswer(event.target.value || undefined)}
    />
  )
}

function NumberAnswer({ item, answer, onAnswer }: Props & { item: Extract<MeasureItem, { kind: 'number' }> }) {
  const words = useWords()
  const { from, to } = item
  const wrong = typeof answer === 'number' && (answer < from || answer > to)
  return (
    <TextField
      label={item.text}
      hint={words.say('ask.number', { from, to })}
      type="number"
      min={from}
      max={to}
      step={10 ** -item.decimals}
      className="field--short"
      error={wrong ? words.say('ask.badNumber', { from, to }) : null}
      value={typeof answer === 'number' ? answer : ''}
      onChange={(event) => onAnswer(event.target.value === '' ? undefined : Number(event.target.value))}
    />
  )
}

function Choice({ definition, item, answer, onAnswer }: Props & { item: Exclude<MeasureItem, { kind: 'text' | 'number' }> }) {
  const words = useWords()
  const id = useId()
  const wide = item.kind === 'scale' && item.to - item.from > 20
  if (wide) return <NumberAnswer definition={definition} item={{ ...item, kind: 'number', decimals: 0 }} answer={answer} onAnswer={onAnswer} />
  const choices = choicesOf(definition, item)
  const ends = item.kind === 'scale' && item.lowEnd ? `${item.from}: ${item.lowEnd}. ${item.to}: ${item.highEnd ?? ''}` : null
  return (
    <fieldset className="measure__question" aria-describedby={ends ? `${id}-ends` : undefined}>
      <legend className="measure__text">{item.text}</legend>
      {ends && (
        <p className="measure__ends soft" id={`${id}-ends`}>
          {ends}
        </p>
      )}
      <div className={item.kind === 'scale' ? 'measure__scale' : 'measure__choices'}>
        {choices.map(({ value, label }) => (
          <One key={value} name={id} value={value} label={label} checked={answer === value} onChoose={() => onAnswer(value)} />
        ))}
      </div>
      <div className="measure__without">
        {notAnswered.map((value) => (
          <One key={value} name={id} value={value} label={words.say(`ask.${value}`)} checked={answer === value} onChoose={() => onAnswer(value)} />
        ))}
        {answer !== undefined && (
          <Button look="link" about={item.text ?? ''} onClick={() => onAnswer(undefined)}>
            {words.say('ask.clear')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function choicesOf(definition: MeasureDefinition, item: Extract<MeasureItem, { kind: 'scale' | 'choice' }>): { value: number; label: string }[] {
  if (item.kind === 'choice') return (definition.answers[item.answers] ?? []).map(({ value, label }) => ({ value, label: label ?? '' }))
  return Array.from({ length: item.to - item.from + 1 }, (_, at) => ({ value: item.from + at, label: String(item.from + at) }))
}

function One({
  name,
  value,
  label,
  checked,
  onChoose,
}: {
  name: string
  value: number | string
  label: string
  checked: boolean
  onChoose: () => void
}) {
  return (
    <label className={checked ? 'measure__one measure__one--chosen' : 'measure__one'}>
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  )
}
