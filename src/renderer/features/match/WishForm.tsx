import { accessList, suitsList } from '../../../shared/rules/directoryLists.ts'
import { headings, needLabel, needsUnder } from '../../../shared/rules/needs.ts'
import type { Asked, MatchingView } from '../../workerLink/matchViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { languageInWords } from '../../words/languageInWords.ts'
import { poundsInWords } from '../../words/matchInWords.ts'
import { useWords } from '../../words/useWords.ts'
import { PickCodes, type CodeGroup } from './PickCodes.tsx'
import { Times } from './Times.tsx'

interface Props {
  view: MatchingView
  asked: Asked
  set: (more: Partial<Asked>) => void
  onReset: () => void
}

const kms = [3, 5, 10, 20] as const
const pences = [200, 500, 1000] as const

const listOf = (items: readonly { code: string; label: string }[]): CodeGroup[] => [{ label: null, items }]
const needGroups: CodeGroup[] = headings.map(({ heading, label }) => ({ label, items: needsUnder(heading) }))

/** What they are looking for. Each change shows at once what fits. */
export function WishForm({ view, asked, set, onReset }: Props) {
  const words = useWords()
  return (
    <Card title={words.say('match.wish')} foot={<Button onClick={onReset}>{words.say('match.reset')}</Button>}>
      <div className="match__form">
        <p className="soft small">{words.say('match.wishFrom')}</p>
        {view.said.map((text) => (
          <p key={text} className="small">
            {words.say('match.said', { text })}
          </p>
        ))}
        <PickCodes
          legend={words.say('match.needs')}
          none={words.say('match.needsNone')}
          add={words.say('match.addNeed')}
          groups={needGroups}
          labelOf={needLabel}
          value={asked.needs}
          onChange={(needs) => set({ needs })}
        />
        <Times value={asked.times} onChange={(times) => set({ times })} />
        <Limits view={view} asked={asked} set={set} />
        <details className="times" open={moreAsked(asked) || undefined}>
          <summary>
            <span className="times__legend">{words.say('match.moreWishes')}</span>
          </summary>
          <div className="match__more">
            <PickCodes
              legend={words.say('match.access')}
              add={words.say('match.addAccess')}
              groups={listOf(accessList.items)}
              value={asked.access}
              onChange={(access) => set({ access })}
            />
            <PickCodes
              legend={words.say('match.suits')}
              add={words.say('match.addSuits')}
              groups={listOf(suitsList.items)}
              value={asked.suits}
              onChange={(suits) => set({ suits })}
            />
            <Company view={view} asked={asked} set={set} />
          </div>
        </details>
      </div>
    </Card>
  )
}

/** Something is asked for that is not in sight at once. */
function moreAsked({ access, suits, language, only, withCarer }: Asked): boolean {
  return access.length + suits.length > 0 || language !== null || only !== null || withCarer
}

/** How far, and for how much. */
function Limits({ view, asked, set }: Omit<Props, 'onReset'>) {
  const words = useWords()
  const read = (text: string) => (text === '' ? null : Number(text))
  return (
    <>
      <SelectField
        label={words.say('match.far')}
        hint={view.from ? words.say('match.farFrom', { place: view.from }) : words.say('match.farNotKnown')}
        value={asked.mostKm ?? ''}
        onChange={(event) => set({ mostKm: read(event.target.value) })}
      >
        <option value="">{words.say('match.farAny')}</option>
        {kms.map((km) => (
          <option key={km} value={km}>
            {words.say('match.farKm', { km })}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.say('match.cost')} value={asked.mostPence ?? ''} onChange={(event) => set({ mostPence: read(event.target.value) })}>
        <option value="">{words.say('match.costAny')}</option>
        <option value={0}>{words.say('match.costFree')}</option>
        {pences.map((pence) => (
          <option key={pence} value={pence}>
            {words.say('match.costUpTo', { pounds: poundsInWords(pence, words) })}
          </option>
        ))}
      </SelectField>
    </>
  )
}

/** In which language, among whom, and with whom. */
function Company({ view, asked, set }: Omit<Props, 'onReset'>) {
  const words = useWords()
  const spoken = view.languages.filter((tag) => !tag.toLowerCase().startsWith('en'))
  return (
    <>
      {spoken.length > 0 && (
        <SelectField
          label={words.say('match.language')}
          value={asked.language ?? ''}
          onChange={(event) => set({ language: event.target.value || null })}
        >
          <option value="">{words.say('match.english')}</option>
          {spoken.map((tag) => (
            <option key={tag} value={tag}>
              {languageInWords(tag, words)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={words.say('match.only')}
        value={asked.only ?? ''}
        onChange={(event) => set({ only: (event.target.value || null) as Asked['only'] })}
      >
        <option value="">{words.say('match.onlyAny')}</option>
        <option value="women">{words.say('match.onlyWomen')}</option>
        <option value="men">{words.say('match.onlyMen')}</option>
      </SelectField>
      <Checkbox label={words.say('match.carer')} checked={asked.withCarer} onChange={(withCarer) => set({ withCarer })} />
    </>
  )
}
