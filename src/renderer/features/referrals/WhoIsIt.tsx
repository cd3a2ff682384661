import { longest } from '../../../shared/records/longest.ts'
import { person } from '../../../shared/records/person.ts'
import { tidyBirthDate } from '../../../shared/rules/contactDetails.ts'
import { useView } from '../../workerLink/useView.ts'
import { useSuggestions } from '../../parts/useSuggestions.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'
import { useTexts, type PartOfForm } from './FormParts.tsx'

/** Enough to choose from. */
const most = 4
/** As many letters as a date or an NHS number takes, however they are written. */
const longestDate = 20
const longestNhs = 16

/** Who a referral is about: somebody known, or somebody new. @param fixed it began on their page */
export function WhoIsIt(parts: PartOfForm & { fixed: boolean }) {
  const words = useWords()
  const { form } = parts
  return (
    <Card title={words.say('newReferral.who')}>
      <div className="card__body">{form.personId ? <Known {...parts} /> : <SomebodyNew {...parts} />}</div>
    </Card>
  )
}

function Known({ form, set, fixed }: PartOfForm & { fixed: boolean }) {
  const words = useWords()
  const known = useView('person', { personId: form.personId })
  return (
    <div className="knownTo">
      <span>
        <span className="row__name">{known?.name ?? form.name}</span> <span className="soft small">{words.say('newReferral.known')}</span>
      </span>
      {!fixed && <Button onClick={() => set({ personId: '', name: '' })}>{words.say('newReferral.other')}</Button>}
    </div>
  )
}

function SomebodyNew(parts: PartOfForm) {
  const words = useWords()
  const text = useTexts(parts)
  const { form, set } = parts
  const typed = `${form.givenName} ${form.familyName}`.trim()
  return (
    <>
      <p className="nhsuk-hint">{words.say('newReferral.findHint')}</p>
      <div className="field__pair">
        <TextField label={words.say('newReferral.given')} {...text('givenName', longest(person, 'givenName'))} autoFocus />
        <TextField label={words.say('newReferral.family')} {...text('familyName', longest(person, 'familyName'))} />
      </div>
      {typed.length >= 2 && <MaybeKnown typed={typed} form={form} onChoose={(personId, name) => set({ personId, name })} />}
      <div className="field__pair">
        <TextField label={words.say('newReferral.phone')} type="tel" {...text('phone', longest(person, 'phone'))} />
        <TextField label={words.say('newReferral.born')} hint={words.say('newReferral.bornHint')} {...text('bornOn', longestDate)} />
      </div>
      <div className="field__pair">
        <TextField label={words.say('newReferral.lines')} {...text('lines', longest(person, 'address.lines'))} />
        <TextField label={words.say('newReferral.postcode')} className="field--short" {...text('postcode', longest(person, 'address.postcode'))} />
      </div>
      <TextField
        label={words.say('newReferral.nhs')}
        hint={words.say('newReferral.nhsHint')}
        className="field--short"
        {...text('nhsNumber', longestNhs)}
      />
    </>
  )
}

/** People who are called like that, and who may be the same by phone or date of birth. A person decides. */
function MaybeKnown({ typed, form, onChoose }: { typed: string; form: PartOfForm['form']; onChoose: (personId: string, name: string) => void }) {
  const words = useWords()
  const named = useView('people', { text: typed, most })?.shown ?? []
  const sought = {
    givenName: form.givenName,
    familyName: form.familyName,
    bornOn: tidyBirthDate(form.bornOn, words.dateOf(present())),
    phone: form.phone,
  }
  const alike = useSuggestions(null, sought, null).filter((one) => !named.some(({ personId }) => personId === one.personId))
  const all = [
    ...named.map((one) => ({ personId: one.personId, name: one.name, said: fullName(one, words), more: [one.ageBand, one.groups.join(', ')] })),
    ...alike.map((one) => ({ personId: one.personId, name: one.name, said: words.say('newReferral.maybe', { name: one.name }), more: [] })),
  ]
  if (all.length === 0) return null
  return (
    <ul className="rows" aria-label={words.say('newReferral.found')}>
      {all.map((one) => (
        <li key={one.personId}>
          <span className="grow">
            <span className="row__name">{one.said}</span> <span className="soft small">{one.more.filter(Boolean).join(' · ')}</span>
          </span>
          <Button about={one.said} onClick={() => onChoose(one.personId, one.name)}>
            {words.say('newReferral.maybeUse')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
