import type { AnswerOf, CommandName, InputOf } from '../../shared/commands/index.ts'

/** What takes an act back: a command with its input. */
export type Undo = { [Name in CommandName]: { name: Name; input: InputOf<Name> } }[CommandName]

/** How an act that just succeeded is taken back, or null when it cannot be by one key (an import has its own way). */
export function undoOf<Name extends CommandName>(name: Name, input: InputOf<Name>, answer: AnswerOf<Name>): Undo | null {
  switch (name) {
    case 'signInPerson': {
      const { signInId } = answer as AnswerOf<'signInPerson'>
      return { name: 'voidSignIns', input: { signInIds: [signInId], because: 'a mistake' } }
    }
    case 'addSomeoneNew': {
      const { session } = input as InputOf<'addSomeoneNew'>
      const { personId, signInId } = answer as AnswerOf<'addSomeoneNew'>
      return { name: 'removeNewcomer', input: { session, personId, signInId } }
    }
    case 'voidSignIns':
      return { name: 'restoreSignIns', input: { signInIds: (answer as AnswerOf<'voidSignIns'>).signInIds } }
    case 'leaveEarly':
      return { name: 'comeBack', input: { signInIds: (answer as AnswerOf<'leaveEarly'>).signInIds, because: 'a mistake' } }
    case 'comeBack': {
      const { signInIds, leftAt } = answer as AnswerOf<'comeBack'>
      return { name: 'leaveEarly', input: { signInIds, at: leftAt, because: 'a mistake' } }
    }
    case 'recordHeadCount':
      return { name: 'voidHeadCount', input: { headCountId: (answer as AnswerOf<'recordHeadCount'>).headCountId, because: 'a mistake' } }
    case 'closeSession':
      return { name: 'reopenSession', input: { session: (input as InputOf<'closeSession'>).session, because: 'Closed by mistake' } }
    case 'markPerson': {
      const { session, personId } = input as InputOf<'markPerson'>
      const { markId } = answer as AnswerOf<'markPerson'>
      return markId ? { name: 'markPerson', input: { session, personId, state: null, because: 'a mistake' } } : null
    }
    case 'markRestAbsent':
      return { name: 'voidMarks', input: { markIds: (answer as AnswerOf<'markRestAbsent'>).markIds } }
    case 'addCompanions':
      return { name: 'changeCompanions', input: { companionId: (answer as AnswerOf<'addCompanions'>).companionId, voided: true } }
    case 'tellPerson':
      return { name: 'voidTold', input: { toldId: (answer as AnswerOf<'tellPerson'>).toldId } }
    case 'declareHealth': case 'nothingChangedHealth':
      return { name: 'voidDeclaration', input: answer as AnswerOf<'declareHealth'> }
    case 'putOnRota':
      return { name: 'takeOffRota', input: answer as AnswerOf<'putOnRota'> }
    default:
      return null
  }
}
