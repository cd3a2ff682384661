import { listSize } from '../../../shared/records/listSize.ts'
import { longest } from '../../../shared/records/longest.ts'
import { practiceCodeIn } from '../../../shared/portable/listSizes.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { DayField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import { useWorker } from '../../workerLink/link.ts'

const fresh = { odsCode: '', name: '', all: '', on: '', source: '' }

/** The list of one practice, typed. */
export function ListSizeForm({ odsCode, today, onClose }: { odsCode: string; today: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('listSize', { odsCode: odsCode || 'new' }), { ...fresh, odsCode, on: today })
  const { refused, refuse, saved } = useSaving(() => {
    drop()
    say(words.say('listSizes.kept', { count: 1 }))
    onClose()
  })
  const save = async () => {
    const [code, all] = [practiceCodeIn(form.odsCode), Number(form.all.replace(/[\s,]/g, '') || 'none')]
    if (!code) return refuse(words.say('listSizes.codeWrong'))
    if (!Number.isInteger(all) || all < 1) return refuse(words.say('listSizes.numberWrong'))
    if (!form.on) return refuse(words.say('listSizes.dayMissing'))
    const name = form.name.trim()
    const source = form.source.trim() || words.say('listSizes.typed')
    saved(await worker.run('keepListSizes', { on: form.on, source, lists: [{ odsCode: code, all, ...(name ? { name } : {}) }] }))
  }
  const field = (name: keyof typeof fresh) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  })
  return (
    <DialogForm
      title={words.say('listSizes.write')}
      refused={refused}
      onSubmit={() => void save()}
      onClose={onClose}
      foot={
        <Button type="submit" look="go">
          {words.say('listSizes.save')}
        </Button>
      }
    >
      <TextField label={words.say('listSizes.odsCode')} hint={words.say('listSizes.odsCodeHint')} maxLength={12} {...field('odsCode')} />
      <TextField
        label={words.say('listSizes.name')}
        hint={words.say('listSizes.nameHint')}
        maxLength={longest(listSize, 'name')}
        {...field('name')}
      />
      <TextField label={words.say('listSizes.patients')} inputMode="numeric" maxLength={9} {...field('all')} />
      <DayField label={words.say('listSizes.asAt')} {...field('on')} />
      <TextField
        label={words.say('listSizes.source')}
        hint={words.say('listSizes.sourceHint')}
        maxLength={longest(listSize, 'source')}
        {...field('source')}
      />
    </DialogForm>
  )
}
