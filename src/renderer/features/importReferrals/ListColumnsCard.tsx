import type { ListColumn, ListColumns } from '../../../shared/portable/referralList.ts'
import type { ReferralPlanView } from '../../workerLink/referralPlanView.ts'
import { Card } from '../../ui/Card.tsx'
import { SelectField } from '../../ui/Field.tsx'
import type { MessageId } from '../../words/en.ts'
import { useWords } from '../../words/useWords.ts'

/** Every column that is read, in the order in which it is asked. */
const names: Record<ListColumn, MessageId> = {
  name: 'listColumn.name',
  givenName: 'listColumn.givenName',
  familyName: 'listColumn.familyName',
  knownAs: 'listColumn.knownAs',
  bornOn: 'listColumn.bornOn',
  nhsNumber: 'listColumn.nhsNumber',
  agreed: 'listColumn.agreed',
  reason: 'listColumn.reason',
  urgency: 'listColumn.urgency',
  receivedOn: 'listColumn.receivedOn',
  referrer: 'listColumn.referrer',
  practice: 'listColumn.practice',
  odsCode: 'listColumn.odsCode',
  foreignId: 'listColumn.foreignId',
  phone: 'listColumn.phone',
  email: 'listColumn.email',
  addressLines: 'listColumn.addressLines',
  town: 'listColumn.town',
  postcode: 'listColumn.postcode',
}

/** What each column of a list holds: guessed by its heading, and somebody may say otherwise. */
export function ListColumnsCard({ list, onColumns }: { list: NonNullable<ReferralPlanView['list']>; onColumns: (columns: ListColumns) => void }) {
  const words = useWords()
  const choose = (column: ListColumn, at: string) => {
    const { [column]: _before, ...rest } = list.columns
    onColumns(at === '' ? rest : { ...rest, [column]: Number(at) })
  }
  return (
    <Card title={words.say('referrals.columns')}>
      <div className="refer__map">
        {(Object.keys(names) as ListColumn[]).map((column) => (
          <SelectField
            key={column}
            label={words.say(names[column])}
            value={list.columns[column] ?? ''}
            onChange={(event) => choose(column, event.target.value)}
          >
            <option value="">{words.say('referrals.noColumn')}</option>
            {list.headers.map((header, at) => (
              <option key={at} value={at}>
                {header || `${at + 1}`}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </Card>
  )
}
