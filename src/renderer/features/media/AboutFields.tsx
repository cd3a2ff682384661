import type { MediaListView } from '../../workerLink/mediaViews.ts'
import { DayField, SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** What is said of a picture or film; empty where nobody knows. */
export interface About {
  title: string
  takenOn: string
  groupId: string
}

/** Its name, day and group. @param asked somebody has tried to save */
export function AboutFields({
  about,
  groups,
  asked,
  onChange,
}: {
  about: About
  groups: MediaListView['groups']
  asked: boolean
  onChange: (more: Partial<About>) => void
}) {
  const words = useWords()
  return (
    <>
      <TextField
        label={words.say('media.name')}
        hint={words.say('media.nameHint')}
        value={about.title}
        maxLength={200}
        error={asked && !about.title.trim() ? words.say('reason.nameMissing') : null}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <DayField label={words.say('media.takenOn')} value={about.takenOn} onChange={(event) => onChange({ takenOn: event.target.value })} />
      <SelectField label={words.say('media.group')} value={about.groupId} onChange={(event) => onChange({ groupId: event.target.value })}>
        <option value="">{words.say('media.noGroup')}</option>
        {groups.map(({ groupId, name }) => (
          <option key={groupId} value={groupId}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  )
}
