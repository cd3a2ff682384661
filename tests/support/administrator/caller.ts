import { request } from 'node:http'
import { v7 } from 'uuid'
import type { Change, Json } from '../../../src/shared/changes/change.ts'
import { makeStamp } from '../../../src/shared/std/stamp.ts'
import { enrolReplySchema, exchangeReplySchema, protocolVersion, type EnrolReply, type ExchangeReply } from '../../../src/shared/sync/protocol.ts'

/** A laptop that talks to a server over the network, as the page's machines are met. */
export interface Caller {
  joined: EnrolReply
  write(record: string, fields: { [field: string]: Json }, row?: string): Change
  exchange(url: string, changes?: readonly Change[]): Promise<ExchangeReply>
}

/** Joins with a code. */
export async function joinOver(url: string, code: string, deviceName: string): Promise<Caller> {
  const joined = enrolReplySchema.parse((await post(url, '/enrol', { code, deviceName })).body)
  let sequence = 0
  const device = joined.device
  return {
    joined,
    write(record, fields, row = v7()) {
      sequence += 1
      const stamp = makeStamp({ ms: Date.now(), counter: sequence, device })
      return {
        id: v7(),
        team: joined.team.id,
        device,
        sequence,
        stamp,
        actor: joined.colleague.id,
        act: v7(),
        command: 'test',
        record,
        row,
        version: 1,
        fields,
      }
    },
    async exchange(at, changes = []) {
      const asked = {
        protocol: protocolVersion,
        appVersion: 'test',
        team: joined.team.id,
        deviceNow: Date.now(),
        bookmark: null,
        waiting: 0,
        changes,
      }
      return exchangeReplySchema.parse((await post(at, '/exchange', asked, joined.token)).body)
    },
  }
}

/** One call on a connection of its own: servers are restarted here. @param from the address to call from: all of 127.0.0.0/8 is this machine */
export function post(
  url: string,
  path: string,
  body: object,
  token?: string,
  from = '127.0.0.1',
): Promise<{ status: number; body: unknown; headers: NodeJS.Dict<string | string[]> }> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, url), { method: 'POST', headers, localAddress: from, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as unknown, headers: answer.headers }))
    })
    asking.on('error', reject)
    asking.end(JSON.stringify(body))
  })
}
