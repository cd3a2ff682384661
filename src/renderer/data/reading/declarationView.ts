import type { DeclarationView } from '../../workerLink/doorViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { endsOn } from '../../../shared/rules/declarations.ts'
import type { ViewContext } from './context.ts'

/** A declaration as a screen shows it. */
export function declarationView(context: ViewContext, one: Entity<'declaration'>): DeclarationView {
  return {
    id: one.id,
    at: one.at,
    by: context.colleagueName(one.byId) ?? '',
    outcome: one.outcome,
    answers: one.answers,
    words: one.words ?? null,
    weeksSinceBirth: one.weeksSinceBirth ?? null,
    checkDone: one.checkDone ?? null,
    unchanged: one.unchanged ?? false,
    signedAs: one.signedAs,
    endsOn: endsOn(one),
  }
}
