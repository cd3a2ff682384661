import { usePhase } from '../../state/phase.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/useWords.ts'

/** Shows the passphrase of the sample team once it is joined. */
export function SamplePassphrase() {
  const words = useWords()
  const passphrase = usePhase((state) => state.samplePassphrase)
  if (passphrase === null) return null
  const close = () => usePhase.setState({ samplePassphrase: null })
  return (
    <Dialog
      title={words.say('sample.title')}
      closeLabel={words.say('common.close')}
      onClose={close}
      foot={
        <Button look="go" autoFocus onClick={close}>
          {words.say('sample.go')}
        </Button>
      }
    >
      <p>{words.say('sample.text')}</p>
      <p className="passphrase">{passphrase}</p>
      <p className="soft small">{words.say('sample.note')}</p>
    </Dialog>
  )
}
