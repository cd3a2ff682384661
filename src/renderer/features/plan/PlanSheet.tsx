import './plan.css'
import '../../kiosk/letters.css'
import { useState } from 'react'
import type { PlanText } from '../../../shared/records/plan.ts'
import { savesPdf } from '../../host/printing.ts'
import { useView } from '../../workerLink/useView.ts'
import type { PlanOfCase, PlanView } from '../../workerLink/planViews.ts'
import { goBack } from '../../state/place.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Absent } from '../../parts/Absent.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { PrintPage, Sheet } from '../../ui/PrintPage.tsx'
import { printSays } from '../../words/printSays.ts'
import { useWords } from '../../words/useWords.ts'
import { headingLanguage, headings, type HeadingLanguage } from './headings.ts'

const before: readonly PlanText[] = ['important']
const after: readonly PlanText[] = [
  'whatToDo',
  'whoToCall',
  'makesWorse',
  'people',
  'strengths',
  'wellness',
  'communicate',
  'howToSupport',
  'alsoKnow',
  'pleaseDo',
  'pleaseDont',
]

/** The plan in large print, with headings in the person's language where there are some (story 21). */
export function PlanSheetScreen({ personId }: { personId: string }) {
  const view = useView('plan', { personId })
  if (!view?.plan) return <Absent answer={view === undefined ? undefined : null} what="person" />
  return <PlanSheet view={view} plan={view.plan} />
}

function PlanSheet({ view, plan }: { view: PlanView; plan: PlanOfCase }) {
  const words = useWords()
  const [language, setLanguage] = useState<HeadingLanguage>(headingLanguage(view.language))
  const says = printSays(words, savesPdf())
  const printing = usePrinting(words.say('plan.sheet.file', { date: view.today }), says)
  const choose = (
    <SelectField
      label={words.say('plan.sheet.language')}
      value={language}
      className="field--short"
      onChange={(event) => setLanguage(headingLanguage(event.target.value))}
    >
      {Object.entries(headings).map(([id, one]) => (
        <option key={id} value={id} lang={id}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
  return (
    <PrintPage title={words.say('plan.print')} under={words.say('plan.sheet.under')} says={says} printing={printing} onBack={goBack} before={choose}>
      <Contents view={view} plan={plan} language={language} />
    </PrintPage>
  )
}

function Contents({ view, plan, language }: { view: PlanView; plan: PlanOfCase; language: HeadingLanguage }) {
  const words = useWords()
  const { dir, words: head } = headings[language]
  const heading = { lang: language, dir }
  const texts = (names: readonly PlanText[]) =>
    names.map((name) => (
      <Part key={name} name={name} kept={plan.texts[name].versions} value={plan.texts[name].value} heading={heading} text={head[name]} />
    ))
  return (
    <Sheet className="plan__sheet">
      <h1 {...heading}>{head.title}</h1>
      <p>{view.name}</p>
      {!plan.agreedOn && <p className="plan__draft">{words.say('plan.sheet.notAgreed')}</p>}
      {texts(before)}
      {plan.goals.length > 0 && <h2 {...heading}>{head.goals}</h2>}
      <ul>
        {plan.goals.map((goal) => (
          <li key={goal.goalId}>{goal.words.value}</li>
        ))}
      </ul>
      {plan.actions.some((one) => one.state !== 'dropped') && <h2 {...heading}>{head.actions}</h2>}
      <ul>
        {plan.actions
          .filter((one) => one.state !== 'dropped')
          .map((one) => (
            <li key={one.actionId}>
              {one.what.value} <b>{one.who}</b>
              {one.dueOn && (
                <>
                  , <span {...heading}>{head.until}</span> {words.fullDate(one.dueOn)}
                </>
              )}
              {one.state === 'done' && ` (${words.say('plan.sheet.done')})`}
            </li>
          ))}
      </ul>
      {texts(after)}
      {plan.agreedOn && <h2 {...heading}>{head.agreed}</h2>}
      {plan.agreedOn && (
        <p>
          {plan.agreedWith}, {words.fullDate(plan.agreedOn)}
        </p>
      )}
      {plan.agreedOn && plan.reviewOn && (
        <>
          <h2 {...heading}>{head.review}</h2>
          <p>{words.fullDate(plan.reviewOn)}</p>
        </>
      )}
    </Sheet>
  )
}

/** One text under its heading; two that nobody has settled both stand there. */
function Part({
  name,
  kept,
  value,
  heading,
  text,
}: {
  name: PlanText
  kept: readonly { stamp: string; value: string }[]
  value: string | null
  heading: { lang: string; dir: string }
  text: string
}) {
  const all = kept.length > 1 ? kept.map((one) => one.value).filter(Boolean) : [value ?? ''].filter(Boolean)
  if (all.length === 0) return null
  return (
    <section>
      <h2 {...heading}>{text}</h2>
      {all.map((one, at) => (
        <p key={at} className={name === 'important' ? 'plan__own' : undefined}>
          {one}
        </p>
      ))}
    </section>
  )
}
