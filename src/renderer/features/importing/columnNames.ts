import type { ImportColumn } from '../../../shared/portable/importMembers.ts'
import type { MessageId } from '../../words/en.ts'

/** Columns in words. Not the list of portable/headings.ts itself: it would bring the reading of lists into the window. */
export const columnNames: Record<ImportColumn, MessageId> = {
  name: 'column.name',
  givenName: 'column.givenName',
  familyName: 'column.familyName',
  knownAs: 'column.knownAs',
  bornOn: 'column.bornOn',
  phone: 'column.phone',
  otherPhone: 'column.otherPhone',
  email: 'column.email',
  addressLines: 'column.addressLines',
  addressMore: 'column.addressMore',
  town: 'column.town',
  postcode: 'column.postcode',
  practice: 'column.practice',
  contactName: 'column.contactName',
  contactRelationship: 'column.contactRelationship',
  contactPhone: 'column.contactPhone',
  alerts: 'column.alerts',
  notes: 'column.notes',
}
