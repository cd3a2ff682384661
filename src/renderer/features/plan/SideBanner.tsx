import type { PlanText } from '../../../shared/records/plan.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** Says on top of the plan which boxes have two texts, and leads to the first. */
export function SideBanner({ plan }: { plan: PlanOfCase }) {
  const words = useWords()
  const boxes = Object.entries(plan.texts).flatMap(([name, kept]) => (kept.versions.length > 1 ? [words.say(`plan.${name as PlanText}`)] : []))
  const goals = plan.goals.filter((one) => one.words.versions.length > 1).map(() => words.say('plan.goalTitle'))
  const actions = plan.actions.filter((one) => one.what.versions.length > 1).map(() => words.say('plan.actionTitle'))
  const all = [...boxes, ...goals, ...actions]
  if (all.length === 0 || plan.readOnly) return null
  const show = () => {
    const first = document.querySelector<HTMLElement>('[data-both]')
    first?.scrollIntoView({ block: 'start' })
    first?.focus({ preventScroll: true })
  }
  return (
    <Notice
      tone="needs"
      title={words.say('plan.side.title', { count: all.length })}
      actions={<Button onClick={show}>{words.say('plan.side.go')}</Button>}
    >
      {words.say('plan.side.more', { fields: words.list([...new Set(all)]) })}
    </Notice>
  )
}
