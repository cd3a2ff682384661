import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import * as media from '../../src/shared/sync/media.ts'
import * as office from '../../src/shared/sync/office.ts'
import * as protocol from '../../src/shared/sync/protocol.ts'

/**
 * By version of the wire: the hash of its schemas. A red test here asks for a decision: does an older laptop or server
 * still understand? Then put the new hash beside the same number. If not: a new version, with its line in the history.
 */
const fingerprints: Record<number, string> = {
  1: '141c55c91616f950',
}

const schemas = {
  exchangeRequest: protocol.exchangeRequestSchema,
  exchangeReply: protocol.exchangeReplySchema,
  snapshotQuery: protocol.snapshotQuerySchema,
  snapshotPage: protocol.snapshotPageSchema,
  enrolRequest: protocol.enrolRequestSchema,
  enrolReply: protocol.enrolReplySchema,
  escrowRequest: protocol.escrowRequestSchema,
  recoverRequest: protocol.recoverRequestSchema,
  recoverReply: protocol.recoverReplySchema,
  splitRequest: protocol.splitRequestSchema,
  splitReply: protocol.splitReplySchema,
  emptiedRequest: protocol.emptiedRequestSchema,
  emptiedReply: protocol.emptiedReplySchema,
  codeRequest: protocol.codeRequestSchema,
  codeReply: protocol.codeReplySchema,
  heldCode: protocol.heldCode,
  resetReason: protocol.resetReason,
  officeQuery: office.officeQuerySchema,
  officeReply: office.officeReplySchema,
  officeRelease: office.releaseRequestSchema,
  officeSettle: office.settleRequestSchema,
  officeRevoke: office.revokeRequestSchema,
  officeSeen: office.seenRequestSchema,
  officeConfirm: office.confirmRequestSchema,
  officeOutcome: office.officeOutcomeSchema,
  mediaStateQuery: media.mediaStateQuerySchema,
  mediaState: media.mediaStateSchema,
  mediaPieceRequest: media.mediaPieceRequestSchema,
  mediaPieceQuery: media.mediaPieceQuerySchema,
  mediaPiece: media.mediaPieceSchema,
}

it('[SY20] the wire is what its version says', async () => {
  const { changeSchema } = await import('../../src/shared/changes/change.ts')
  const all = Object.entries({ ...schemas, change: changeSchema }).map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any' })])
  const limits = { mostChanges: protocol.mostChanges, snapshotPage: protocol.snapshotPage, zeroChain: protocol.zeroChain }
  const hash = createHash('sha256')
    .update(JSON.stringify([all, limits]))
    .digest('hex')
    .slice(0, 16)
  expect({ [protocol.protocolVersion]: hash }).toEqual({ [protocol.protocolVersion]: fingerprints[protocol.protocolVersion] })
})
