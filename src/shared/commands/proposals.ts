import { z } from 'zod'
import { proposal } from '../records/proposal.ts'
import { missingOf } from '../rules/proposals.ts'
import { dateOf } from '../std/dates.ts'
import { detailsIdOf } from '../std/ids.ts'
import { jsonText } from '../std/json.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Need, type Reader, type SomeFields } from './command.ts'
import { given } from './given.ts'
import { edit } from './people.ts'
import { settled } from './settled.ts'
import type { Entity } from '../records/index.ts'

const by = ['linkWorker', 'lead'] as const
const rowOf = (id: string): Need => ({ record: 'proposal', id })

/** What somebody types of a proposal; its state, decisions and group have commands of their own. */
const typed = proposal.schema.omit({
  state: true,
  gapIds: true,
  groupId: true,
  decidedAt: true,
  decidedBy: true,
  decidedBecause: true,
  endedAt: true,
  endedBy: true,
  endedBecause: true,
  at: true,
  byId: true,
  voidedBecause: true,
})

/** Proposes a group for gaps of the board: an idea, to be worked out before it is handed in (story 27). */
export const proposeGroup = defineCommand({
  by,
  input: z.object({ gapIds: z.array(idSchema).max(2000), fields: typed }),
  needs: () => [],
  decide(_rows, { gapIds, fields }, context) {
    if (!fields.name.trim()) return fail('nameMissing')
    const row = context.newId()
    const written: SomeFields<'proposal'> = {
      ...given(fields),
      name: fields.name.trim(),
      gapIds: [...new Set(gapIds)],
      state: 'idea',
      at: context.now,
      byId: context.actor,
    }
    return ok({ drafts: [{ record: 'proposal', row, fields: written }], answer: { proposalId: row } })
  },
  undo: (_, { proposalId }) => ({ name: 'voidProposal', input: { proposalId, because: 'undone' } }),
})

/** Changes what was touched of a proposal, until it is decided on. After that its group is changed where groups are. */
export const changeProposal = defineCommand({
  by,
  input: z.object({ proposalId: idSchema, fields: typed.partial() }),
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId, fields }) {
    const now = standing(rows, proposalId)
    if (!now) return fail('noSuchProposal')
    if (now.state !== 'idea' && now.state !== 'proposed') return fail('alreadyDecided')
    const before = now as unknown as Record<string, unknown>
    const differs = ([name, value]: [string, unknown]) => value !== undefined && jsonText(value ?? '') !== jsonText(before[name] ?? '')
    const changed: SomeFields<'proposal'> = {
      ...Object.fromEntries(Object.entries(fields).filter(differs)),
      ...settled(rows.row('proposal', proposalId), 'aim', fields),
    }
    if ('name' in changed && !changed.name?.trim()) return fail('nameMissing')
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    return ok({ drafts: [edit(rows, 'proposal', proposalId, changed, ['aim'])], answer: null })
  },
})

/** Hands it in, so that a lead decides; or takes it back to be an idea. */
export const handInProposal = defineCommand({
  by,
  input: z.object({ proposalId: idSchema, state: z.enum(['idea', 'proposed']) }),
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId, state }) {
    const now = standing(rows, proposalId)
    if (!now) return fail('noSuchProposal')
    if (now.state !== 'idea' && now.state !== 'proposed') return fail('alreadyDecided')
    if (now.state === state) return fail('nothingChanged')
    if (state === 'proposed' && missingOf(now).length > 0) return fail('proposalNotReady')
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields: { state } }], answer: null })
  },
  undo: ({ proposalId, state }) => ({
    name: 'handInProposal',
    input: { proposalId, state: state === 'idea' ? ('proposed' as const) : ('idea' as const) },
  }),
})

const deciding = z.object({ proposalId: idSchema, decision: z.enum(['approved', 'refused']), because: z.string().trim().max(1000) })

/** A lead decides, with why. Approved, its group is made in the same act, with its weekly time and template; refused, the gap stays open. */
export const decideProposal = defineCommand({
  by: ['lead'],
  input: deciding,
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId, decision, because }, context) {
    const now = standing(rows, proposalId)
    if (!now) return fail('noSuchProposal')
    if (now.state !== 'proposed') return fail(now.state === 'idea' ? 'proposalNotReady' : 'alreadyDecided')
    if (!because) return fail('whyNeeded')
    if (decision === 'approved' && missingOf(now).length > 0) return fail('proposalNotReady')
    const groupId = decision === 'approved' ? context.newId() : null
    const decided = { state: decision, decidedAt: context.now, decidedBy: context.actor, decidedBecause: because, ...(groupId ? { groupId } : {}) }
    const made = groupId ? groupDrafts(now, groupId, context) : []
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields: decided }, ...made], answer: { groupId } })
  },
  undo: ({ proposalId }) => ({ name: 'undecideProposal', input: { proposalId } }),
})

/** The group of an approved proposal, and what the directory says of it. */
function groupDrafts(one: Entity<'proposal'>, groupId: string, context: Context): Draft[] {
  const { slot, template = 'walk', partner = '', leaderId, pilotFrom, venueId } = one
  const schedule =
    slot && pilotFrom ? [{ slot: 1, rule: `FREQ=WEEKLY;BYDAY=${slot.day}`, start: slot.start, end: slot.end, from: pilotFrom, until: null }] : []
  const about = one.aim?.trim().slice(0, 2000)
  const runs = leaderId ? { leaderId, facilitatorIds: [leaderId] } : {}
  const shared = { ...(partner.trim() ? { organiser: partner.trim() } : {}), ...(about ? { about } : {}) }
  const fields: SomeFields<'group'> = {
    ...{ name: one.name, schedule, template, counts: template !== 'cafe', state: 'running' },
    ...shared,
    ...runs,
    ...(venueId ? { venueId } : {}),
  }
  const details: SomeFields<'service'> = {
    ...{ name: one.name, kind: template === 'partner' ? 'partner' : 'own', vacancy: 'notKnown', groupId, needs: [one.need] },
    ...{ checkedOn: dateOf(context.now), checkedBy: context.actor, at: context.now, byId: context.actor },
  }
  return [
    { record: 'group', row: groupId, fields },
    { record: 'service', row: detailsIdOf(groupId), fields: details },
  ]
}

/** The decision was pressed by mistake: it waits again, and a group that was made is closed without a session. */
export const undecideProposal = defineCommand({
  by: ['lead'],
  input: z.object({ proposalId: idSchema }),
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId }) {
    const now = standing(rows, proposalId)
    if (!now) return fail('noSuchProposal')
    if (now.state !== 'approved' && now.state !== 'refused') return fail('nothingChanged')
    const fields: SomeFields<'proposal'> = { state: 'proposed', decidedAt: null, decidedBy: null, decidedBecause: null, groupId: null }
    const undone: Draft[] = now.groupId
      ? [
          { record: 'group', row: now.groupId, fields: { state: 'closed', schedule: [] } },
          { record: 'service', row: detailsIdOf(now.groupId), fields: { voidedBecause: 'undone' } },
        ]
      : []
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields }, ...undone], answer: null })
  },
})

const ending = z.object({ proposalId: idSchema, came: z.enum(['working', 'stopped']), because: z.string().trim().max(1000) })

/**
 * What the pilot came to, said by a lead. Working: its gaps are filled by the group and leave the board for "you said, we did". Stopped:
 * the group closes and the gaps stay open.
 */
export const endPilot = defineCommand({
  by: ['lead'],
  input: ending,
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId, came, because }, context) {
    const now = standing(rows, proposalId)
    if (!now?.groupId) return fail('noSuchProposal')
    if (now.state !== 'approved') return fail('alreadyDecided')
    if (!because) return fail('whyNeeded')
    const { groupId } = now
    const filled = now.gapIds.flatMap((id) => rows.get('gap', id) ?? []).filter((one) => !one.filledBy && !one.voidedBecause)
    const follows: Draft[] =
      came === 'working'
        ? filled.map((one): Draft => ({ record: 'gap', row: one.id, fields: { filledBy: groupId, filledOn: dateOf(context.now) } }))
        : [{ record: 'group', row: groupId, fields: { state: 'closed' } }]
    const fields: SomeFields<'proposal'> = { state: came, endedAt: context.now, endedBy: context.actor, endedBecause: because }
    const gapIds = came === 'working' ? filled.map((one) => one.id) : []
    const before = rows.get('group', groupId)?.state ?? 'running'
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields }, ...follows], answer: { gapIds, before } })
  },
  undo: ({ proposalId }, { gapIds, before }) => ({ name: 'goOnWithPilot', input: { proposalId, gapIds, groupState: before } }),
})

const goingOn = z.object({ proposalId: idSchema, gapIds: z.array(idSchema).max(2000), groupState: z.enum(['running', 'paused', 'closed']) })

/** The end of a pilot was pressed by mistake: it goes on. */
export const goOnWithPilot = defineCommand({
  by: ['lead'],
  input: goingOn,
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId, gapIds, groupState }) {
    const now = standing(rows, proposalId)
    if (!now?.groupId) return fail('noSuchProposal')
    if (now.state !== 'working' && now.state !== 'stopped') return fail('nothingChanged')
    const fields: SomeFields<'proposal'> = { state: 'approved', endedAt: null, endedBy: null, endedBecause: null }
    const open = gapIds.filter((id) => rows.get('gap', id)?.filledBy === now.groupId)
    const back: Draft[] = [
      ...open.map((row): Draft => ({ record: 'gap', row, fields: { filledBy: null, filledOn: null } })),
      ...(now.state === 'stopped' ? [{ record: 'group', row: now.groupId, fields: { state: groupState } } as const] : []),
    ]
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields }, ...back], answer: null })
  },
})

/** It was written down by mistake. */
export const voidProposal = defineCommand({
  by,
  input: z.object({ proposalId: idSchema, because: z.string().trim().min(1).max(300) }),
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId, because }) {
    const now = standing(rows, proposalId)
    if (!now) return fail('noSuchProposal')
    if (now.groupId) return fail('alreadyDecided')
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields: { voidedBecause: because } }], answer: null })
  },
  undo: ({ proposalId }) => ({ name: 'restoreProposal', input: { proposalId } }),
})

/** It stands after all. */
export const restoreProposal = defineCommand({
  by,
  input: z.object({ proposalId: idSchema }),
  needs: ({ proposalId }) => [rowOf(proposalId)],
  decide(rows, { proposalId }) {
    if (!rows.get('proposal', proposalId)?.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'proposal', row: proposalId, fields: { voidedBecause: null } }], answer: null })
  },
})

function standing(rows: Reader, id: string): Entity<'proposal'> | undefined {
  const one = rows.get('proposal', id)
  return one && !one.voidedBecause ? one : undefined
}
