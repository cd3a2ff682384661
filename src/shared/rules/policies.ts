import { caseRoles } from '../records/defineRecord.ts'
import { definitions, type RecordName } from '../records/index.ts'
import type { Role } from '../records/colleague.ts'

/** Records that are written once and never again, with the fields that others add later. */
export const writtenOnce: Partial<Record<RecordName, readonly string[]>> = Object.fromEntries(
  Object.entries(definitions).flatMap(([name, one]) => (one.writtenOnce ? [[name, one.writtenOnce]] : [])),
)

/**
 * Whether a colleague of this role may write this record. Nobody writes a field that does not go to them (case S5).
 * @param fields which of its fields, where that is known
 */
export function mayWrite(role: Role, record: RecordName, fields: readonly string[] = []): boolean {
  const { writers, onlyBy = {} } = definitions[record]
  return writers.includes(role) && fields.every((field) => (onlyBy[field]?.includes(role) ?? true) && goesTo(role, record, field))
}

/** Whether somebody of this role works with cases at all. */
export function seesCases(role: Role): boolean {
  return caseRoles.some((one) => one === role)
}

/** Whether what is written comes back to who wrote it. A field that the record does not have is not for this rule to refuse. */
function goesTo(role: Role, record: RecordName, field: string): boolean {
  const { goes, writtenOnce: once } = definitions[record]
  return once !== undefined || (goes[field]?.includes(role) ?? true)
}
