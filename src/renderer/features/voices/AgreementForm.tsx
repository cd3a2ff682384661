import type { InputOf } from '../../../shared/commands/index.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useAgreement as record } from '../../../shared/records/useAgreement.ts'
import { expiryOf, mayAnswer, uses } from '../../../shared/rules/mayUse.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import type { Use } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import { WhoSays } from './WhoSays.tsx'

type Asking = InputOf<'recordUseAgreement'>
type Answer = 'yes' | 'no' | 'notAsked'
type Name = 'words' | 'firstName' | 'fullName'
interface Typed {
  isBaby: boolean
  baby: string
  answers: Partial<Record<Use, Answer>>
  name: Name
  voice: boolean
  agreedBy: Asking['agreedBy'] | ''
  how: Asking['how']
  signedAs: string
  on: string
  /** Empty: five years from that day. */
  expiresOn: string
}

/** Who is asked, and of what: pictures of them, or one story. */
export interface AskedOf {
  /** null: of a story of somebody who is not named. */
  personId: string | null
  name: string
  /** null: pictures. */
  storyId: string | null
}

/** Asks somebody, use by use, and writes down who said so and how (story 34). */
export function AgreementForm({
  of,
  today,
  child,
  inMyCare,
  onClose,
}: {
  of: AskedOf
  today: PlainDate
  child: boolean
  inMyCare: boolean
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const fresh: Typed = {
    ...{ isBaby: false, baby: '', answers: {}, name: 'words', voice: false, agreedBy: '' },
    ...{ how: child ? 'signedOnScreen' : 'spoken', signedAs: '', on: today, expiresOn: '' },
  }
  const [typed, keep, drop] = useForm<Typed>(formKey('useAgreement', { personId: of.personId, storyId: of.storyId }), fresh)
  const set = (more: Partial<Typed>) => keep({ ...typed, ...more })
  const { refused, refuse, saved } = useSaving<unknown>(() => {
    drop()
    say(words.say('agree.saved'))
    onClose()
  })
  const save = async () => {
    const wrong = whatIsWrong(typed, words)
    if (wrong) return refuse(wrong)
    saved(await worker.run('recordUseAgreement', inputOf(typed, of, child)))
  }
  return (
    <DialogForm
      title={words.say(of.storyId ? 'stories.askTitle' : 'pictures.ask')}
      refused={refused}
      onSubmit={() => void save()}
      onClose={onClose}
      foot={
        <Button type="submit" look="go">
          {words.say('agree.save')}
        </Button>
      }
    >
      {inMyCare && <Notice tone="needs">{words.say('agree.inCare', { name: of.name })}</Notice>}
      {!of.storyId && <Who typed={typed} of={of} set={set} />}
      <ToSay />
      <Uses typed={typed} set={set} />
      {of.storyId && <HowTold typed={typed} named={of.personId !== null} set={set} />}
      <WhoSaysSo typed={typed} child={child} set={set} />
      <DayField label={words.say('agree.on')} value={typed.on} onChange={(event) => set({ on: event.target.value })} />
      <DayField
        label={words.say('agree.expires')}
        hint={words.say('agree.expiresHint')}
        value={typed.expiresOn || (typed.on ? expiryOf(typed.on) : '')}
        onChange={(event) => set({ expiresOn: event.target.value })}
      />
    </DialogForm>
  )
}

interface Part {
  typed: Typed
  set: (more: Partial<Typed>) => void
}

/** By default whoever is asked answers: a parent for a child, else they themselves. */
const sayingSo = ({ agreedBy, isBaby }: Typed, child: boolean): Asking['agreedBy'] => {
  const forChild = isBaby || child
  return agreedBy && mayAnswer(forChild).includes(agreedBy) ? agreedBy : forChild ? 'parent' : 'self'
}

const answersOf = ({ answers }: Typed) =>
  uses.flatMap((use) => (answers[use] === 'yes' || answers[use] === 'no' ? [{ use, said: answers[use] }] : []))

function whatIsWrong(typed: Typed, words: Words): string | null {
  if (typed.isBaby && !typed.baby.trim()) return words.say('agree.babyMissing')
  if (answersOf(typed).length === 0) return words.say('agree.nothing')
  return typed.on ? null : words.say('agree.dayMissing')
}

function inputOf(typed: Typed, { personId, storyId }: AskedOf, child: boolean): Asking {
  const { isBaby, baby, name, voice, how, signedAs, on, expiresOn } = typed
  const as: Asking['answers'][number]['as'] = ['words', ...(name === 'words' || !personId ? [] : [name]), ...(voice ? (['voice'] as const) : [])]
  return {
    ...{ personId, storyId, how, signedAs: signedAs.trim(), on, expiresOn: expiresOn || expiryOf(on) },
    ...(isBaby ? { baby: baby.trim() } : {}),
    agreedBy: sayingSo(typed, child),
    answers: answersOf(typed).map((one) => (storyId ? { ...one, as } : one)),
  }
}

function Who({ typed, of, set }: Part & { of: AskedOf }) {
  const words = useWords()
  return (
    <>
      <Radios
        legend={words.say('agree.who')}
        value={typed.isBaby ? 'baby' : 'self'}
        choices={[
          { value: 'self', label: words.say('agree.self', { name: of.name }) },
          { value: 'baby', label: words.say('agree.aBaby') },
        ]}
        onChoose={(who) => set({ isBaby: who === 'baby', how: who === 'baby' && typed.how === 'spoken' ? 'signedOnScreen' : typed.how })}
      />
      {typed.isBaby && (
        <TextField
          label={words.say('agree.babyName')}
          value={typed.baby}
          maxLength={longest(record, 'baby')}
          onChange={(event) => set({ baby: event.target.value })}
        />
      )}
    </>
  )
}

/** The wording that is read to them; its name stands in `rules/mayUse.ts`. */
function ToSay() {
  const words = useWords()
  return (
    <div className="agree__say">
      <Notice title={words.say('agree.read')}>
        <ul className="agree__read">
          {(['agree.readOne', 'agree.readTwo', 'agree.readThree'] as const).map((one) => (
            <li key={one}>{words.say(one)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function Uses({ typed, set }: Part) {
  const words = useWords()
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{words.say('agree.uses')}</legend>
      <div className="agree__uses">
        {uses.map((use) => (
          <Radios
            key={use}
            legend={words.say(`use.${use}`)}
            inline
            value={typed.answers[use] ?? 'notAsked'}
            choices={(['yes', 'no', 'notAsked'] as const).map((value) => ({ value, label: words.say(`agree.${value}`) }))}
            onChoose={(said) => set({ answers: { ...typed.answers, [use]: said } })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** @param named whoever said it is known: else no name can be told */
function HowTold({ typed, named, set }: Part & { named: boolean }) {
  const words = useWords()
  const choices = [
    { value: 'words' as const, label: words.say('toldAs.only') },
    { value: 'firstName' as const, label: words.say('toldAs.first') },
    { value: 'fullName' as const, label: words.say('toldAs.full') },
  ]
  return (
    <>
      {named && <Radios legend={words.say('agree.as')} value={typed.name} choices={choices} onChoose={(name) => set({ name })} />}
      <Checkbox label={words.say('agree.voice')} checked={typed.voice} onChange={(voice) => set({ voice })} />
    </>
  )
}

function WhoSaysSo({ typed, child, set }: Part & { child: boolean }) {
  const words = useWords()
  const who = sayingSo(typed, child)
  const signs = typed.how !== 'spoken'
  return (
    <>
      <WhoSays value={who} child={child || typed.isBaby} onChoose={(agreedBy) => set({ agreedBy })} />
      <Radios
        legend={words.say('agree.how')}
        inline
        value={typed.how}
        choices={(['spoken', 'signedOnScreen', 'paper'] as const).map((value) => ({ value, label: words.say(`agreedHow.${value}`) }))}
        onChoose={(how) => set({ how })}
      />
      {(signs || who !== 'self') && (
        <TextField
          label={words.say(signs ? 'agree.signed' : 'agree.acted')}
          {...(signs && { hint: words.say('agree.signedHint') })}
          value={typed.signedAs}
          maxLength={longest(record, 'signedAs')}
          onChange={(event) => set({ signedAs: event.target.value })}
        />
      )}
    </>
  )
}
