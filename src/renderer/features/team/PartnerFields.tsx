import { colleague } from '../../../shared/records/colleague.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useView } from '../../workerLink/useView.ts'
import { DayField, SelectField, TextField } from '../../ui/Field.tsx'
import { agreementInWords } from '../../words/agreementInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** What is asked of somebody of a partner. */
export interface PartnerTyped {
  partnerOf: string
  partnerUntil: string
  groupId: string
}

/** Whether all of it is there. */
export function isWhole({ partnerOf, partnerUntil, groupId }: PartnerTyped): boolean {
  return partnerOf.trim() !== '' && partnerUntil !== '' && groupId !== ''
}

/** Who they work for, until when, which group, and what they will be asked to agree to (story 36). */
export function PartnerFields({ typed, asked, onSet }: { typed: PartnerTyped; asked: boolean; onSet: (more: Partial<PartnerTyped>) => void }) {
  const words = useWords()
  const groups = useView('groups', null) ?? []
  return (
    <>
      <TextField
        label={words.say('partner.name')}
        value={typed.partnerOf}
        autoComplete="off"
        maxLength={longest(colleague, 'partnerOf')}
        error={asked && !typed.partnerOf.trim() ? words.say('partner.nameMissing') : null}
        onChange={(event) => onSet({ partnerOf: event.target.value })}
      />
      <SelectField
        label={words.say('partner.group')}
        value={typed.groupId}
        error={asked && !typed.groupId ? words.say('partner.groupMissing') : null}
        onChange={(event) => onSet({ groupId: event.target.value })}
      >
        <option value="">{words.say('partner.groupChoose')}</option>
        {groups.map((group) => (
          <option key={group.groupId} value={group.groupId}>
            {group.name}
          </option>
        ))}
      </SelectField>
      <DayField
        label={words.say('partner.until')}
        hint={words.say('partner.untilHint')}
        value={typed.partnerUntil}
        error={asked && !typed.partnerUntil ? words.say('partner.untilMissing') : null}
        onChange={(event) => onSet({ partnerUntil: event.target.value })}
      />
      <p className="small">{words.say('partner.agreement')}</p>
      <ul className="soft small">
        {agreementInWords(words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
