import { isHinted, lineOf, personTexts } from '../../workerLink/personTexts.ts'
import type { usePersonForm } from '../../parts/usePersonForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** The texts about a person that have a line in personTexts.ts. */
export function PersonTexts({ text }: { text: ReturnType<typeof usePersonForm>['text'] }) {
  const words = useWords()
  return (
    <div className="field__pair">
      {personTexts.map((part) => {
        const { half } = lineOf(part)
        const hint = isHinted(part) && words.say(`edit.${part}Hint`)
        return <TextField key={part} label={words.say(`edit.${part}`)} hint={hint} className={half ? '' : 'field--whole'} {...text(part)} />
      })}
    </div>
  )
}
