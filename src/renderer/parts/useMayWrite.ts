import { mayWrite } from '../../shared/rules/policies.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import { useView } from '../workerLink/useView.ts'

/**
 * Whether who uses this laptop may write a field of a person: what does not go to them is not asked of them either, as the surgery
 * would keep it aside (case S5). Nothing is offered before it is known who it is.
 */
export function useMayWrite(): (field: keyof FieldsOf<'person'>) => boolean {
  const me = useView('me', null)
  return (field) => me !== undefined && mayWrite(me.role, 'person', [field])
}
