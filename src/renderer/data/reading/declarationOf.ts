import type { Entity } from '../../../shared/records/index.ts'
import { latestDeclaration } from '../../../shared/rules/declarations.ts'
import type { ViewContext } from './context.ts'

export type Declaration = Entity<'declaration'>

/** The declaration that holds for somebody. Must be loaded before. */
export function declarationOf(context: ViewContext, personId: string): Declaration | null {
  return latestDeclaration(context.store.memory.linked('declaration', 'personId', personId))
}
