/** Records to review: what is due, what is kept, and what was erased. */
export const retention = {
  'record.retention': 'Decision to keep a record',
  'record.erasure': 'Record erased',
  'act.keepRecord': '{by} kept a record for longer',
  'act.endKeeping': '{by} ended the keeping of a record',
  'act.erasePerson': '{by} erased a person’s record',
  'undid.keepRecord': 'The record is not kept for longer.',
  'reason.keepUntilMissing': 'Choose until when the record is still needed.',
  'reason.onHold': 'This record is on hold. End the hold first.',
} as const
