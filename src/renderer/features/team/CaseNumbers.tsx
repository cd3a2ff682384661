import { useState } from 'react'
import { tidyDistricts } from '../../../shared/rules/referrals.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { TeamView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** As the record has it. */
const mostCases = 500
/** Eighty districts with commas between them. */
const longestDistricts = 600

/** What the lead sets for cases: how many one link worker should have, and where the team works (stories 19, 20). */
export function CaseNumbers({ team, mayEdit }: { team: TeamView; mayEdit: boolean }) {
  const words = useWords()
  const [editing, setEditing] = useState(false)
  const lines: [string, string | null][] = [
    [words.say('numbers.caseload'), team.caseloadFigure === null ? null : words.number(team.caseloadFigure)],
    [words.say('numbers.districts'), team.districts.join(', ') || null],
  ]
  return (
    <Card title={words.say('nav.cases')} foot={mayEdit && <Button onClick={() => setEditing(true)}>{words.say('numbers.casesEdit')}</Button>}>
      <dl className="numbers">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value ? undefined : 'soft'}>{value ?? words.say('numbers.none')}</dd>
          </div>
        ))}
      </dl>
      {editing && <EditCaseNumbers team={team} onClose={() => setEditing(false)} />}
    </Card>
  )
}

function EditCaseNumbers({ team, onClose }: { team: TeamView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('caseNumbers', { nth: 'all' }), {
    figure: team.caseloadFigure === null ? '' : String(team.caseloadFigure),
    districts: team.districts.join(', '),
  })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const figure = form.figure.trim() === '' ? null : Number(form.figure)
  const badFigure = figure !== null && !(Number.isInteger(figure) && figure >= 1 && figure <= mostCases)
  const districts = tidyDistricts(form.districts)
  const save = async () => {
    setAsked(true)
    if (badFigure || districts === null) return
    saved(await worker.run('editTeam', { fields: { caseloadFigure: figure, districts } }))
  }
  return (
    <DialogForm title={words.say('numbers.casesEdit')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('numbers.caseload')}
        hint={words.say('numbers.caseloadHint')}
        inputMode="numeric"
        className="field--tiny"
        autoFocus
        maxLength={4}
        value={form.figure}
        error={asked && badFigure ? words.say('numbers.caseloadBad') : null}
        onChange={(event) => set({ figure: event.target.value })}
      />
      <TextField
        label={words.say('numbers.districts')}
        hint={words.say('numbers.districtsHint')}
        maxLength={longestDistricts}
        value={form.districts}
        error={asked && districts === null ? words.say('numbers.districtsBad') : null}
        onChange={(event) => set({ districts: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('numbers.save')}
      </Button>
    </DialogForm>
  )
}
