import { messageBundleOf, type MessageWriter } from '../../../shared/portable/practiceMessageOut.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A message to the practice as a FHIR document, or null where it is not here or the person wants nothing told. */
export const practiceMessageFile = defineQuestion({
  afterLease: false,
  answer: (context, { messageId, says }: { messageId: string; says: MessageWriter['says'] }) => {
    const { store } = context
    const one = store.memory.get('practiceMessage', messageId)
    const [person, episode] = one ? [store.memory.get('person', one.personId), store.memory.get('episode', one.episodeId)] : []
    if (!one || one.voidedBecause || one.share === 'nothing' || !person || !episode) return null
    return messageBundleOf(
      one,
      episode,
      person,
      { name: context.colleagueName(one.byId) ?? '', team: store.opened.identity.team, says },
      context.now(),
    )
  },
})
