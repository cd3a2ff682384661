import type { GroupTemplate } from '../records/group.ts'

/** A concept of the OpenActive activity list: the end of its id, and its name there. */
export interface Activity {
  id: string
  label: string
}

const walking: Activity = { id: '95092977-5a20-4d6e-b312-8fddabe71544', label: 'Walking' }

/**
 * What the OpenActive activity list (2025-05-13) has for each kind of group (domain 7.2). "Buggy Fitness" would say too much of a Buggy Talk. A
 * café is no physical activity, and what a partner's group does nobody has said: they are published through Open Referral alone.
 */
export const activities: Record<GroupTemplate, Activity | null> = {
  walk: walking,
  football: { id: 'b8019b67-2ade-406f-a012-91a5c3869652', label: 'Walking Football' },
  buggy: walking,
  seated: { id: 'ee3cf3ee-082e-4f53-9cb2-3ef0589497ed', label: 'Chair Based Exercise' },
  cafe: null,
  partner: null,
}
