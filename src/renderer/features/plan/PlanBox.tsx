import { longest } from '../../../shared/records/longest.ts'
import { plan as record } from '../../../shared/records/plan.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { TextArea } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { BothTexts } from './BothTexts.tsx'
import { useIsTyped, usePlanBox, type BoxName } from './usePlanBox.ts'

export interface BoxProps {
  personId: string
  plan: PlanOfCase
  name: BoxName
  hint?: string
  /** Room to write in. */
  rows?: number
  large?: boolean
}

/** One box of a plan: typed into, read only once it is closed, or two texts side by side until somebody settles it. */
export function PlanBox(props: BoxProps) {
  const { plan, name } = props
  const words = useWords()
  const typed = useIsTyped(plan, name)
  const kept = name === 'writtenWith' || name === 'maySee' ? null : plan.texts[name]
  if (plan.readOnly) return <Read label={words.say(`plan.${name}`)} text={kept ? kept.value : plan[name as 'maySee']} large={props.large ?? false} />
  if (kept && kept.versions.length > 1 && !typed)
    return <BothTexts of="plan" id={plan.planId} field={name} label={words.say(`plan.${name}`)} kept={kept} most={longest(record, name)} />
  return <Write {...props} />
}

function Write({ personId, plan, name, hint, rows = 3, large }: BoxProps) {
  const words = useWords()
  const { text, error, type, leave } = usePlanBox(personId, plan, name)
  return (
    <TextArea
      id={`plan-${name}`}
      label={words.say(`plan.${name}`)}
      hint={hint}
      rows={rows}
      className={large ? 'plan__box plan__box--large' : 'plan__box'}
      value={text}
      error={error}
      maxLength={longest(record, name)}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
    />
  )
}

function Read({ label, text, large }: { label: string; text: string | null; large: boolean }) {
  const words = useWords()
  const Heading = large ? 'h2' : 'h3' // the first box stands under no heading of a card
  return (
    <div className="plan__read">
      <Heading className="plan__label">{label}</Heading>
      <p className={large ? 'plan__text plan__text--large' : 'plan__text'}>{text || <span className="soft">{words.say('plan.notSaid')}</span>}</p>
    </div>
  )
}
