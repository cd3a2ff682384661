import type { FastifyInstance, FastifyReply } from 'fastify'
import { v7 } from 'uuid'
import { dateOf } from '../../shared/std/dates.ts'
import { Refusal } from '../errors.ts'
import { addressOf, Budget } from '../limits.ts'
import { leadOf, writeAsServer } from '../ownWriting.ts'
import { pagePolicy } from '../publicPage.ts'
import type { Sql } from '../sql/sql.ts'
import { readForm, typedIn, type ReadForm } from './form.ts'
import { formPage, notSentPage, sentPage } from './page.ts'
import { languageAsked } from '../publicLanguages.ts'
import { inLanguage, type Language } from './words/index.ts'

interface Ports {
  sql: Sql
  now(): number
  /** Off only in tests. */
  limits: boolean
  /** The team to which people refer themselves, or null: there is no such page. */
  selfReferral: string | null
}

/** A form with every field full is 9 kB in the widest script. */
const mostBytes = 32 * 1024
const hourMs = 3_600_000
/** How many may be sent in an hour: from one address, where a family or a library sits, and in all. */
const mostPerHour = { address: 10, all: 120 }

/**
 * The public page on which people refer themselves (story 19). It needs no script and has no session, so nothing can be done in somebody's
 * name. What is sent is always somebody new: whether a person is known is never told, and two who are one are joined by people (story 18).
 */
export async function openSelfReferral(app: FastifyInstance, ports: Ports): Promise<void> {
  const { selfReferral: team, now } = ports
  if (team === null) return
  const [addresses, all] = [new Budget(mostPerHour.address, now, hourMs), new Budget(mostPerHour.all, now, hourMs)]
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: mostBytes }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    scope.setErrorHandler((error, request, reply) => {
      const { busy, status } = kindOf(error)
      if (status === 500) request.log.error({ error, route: '/refer' }, 'unexpected')
      return answer(reply.code(status), notSentPage(langOf(request.query), busy ? 'busy' : 'broken'))
    })
    scope.get('/refer', { config: { caller: 'anyone' } }, (request, reply) =>
      answer(reply, formPage(langOf(request.query), typedIn(new URLSearchParams()), {})),
    )
    scope.post('/refer', { config: { caller: 'anyone' }, bodyLimit: mostBytes }, async (request, reply) => {
      const language = langOf(request.query)
      if (!(request.body instanceof URLSearchParams)) throw new Refusal('badRequest')
      const typed = typedIn(request.body)
      const read = readForm(typed, language, dateOf(new Date(now()).toISOString()))
      if (typed.website !== '') return answer(reply, sentPage(language)) // a program: it is told what everybody is told
      if (Object.keys(read.problems).length > 0) return answer(reply.code(422), formPage(language, typed, read.problems))
      if (ports.limits) {
        addresses.take(addressOf(request.ip))
        all.take('all')
      }
      await write(ports, team, read)
      return answer(reply, sentPage(language))
    })
  })
}

function langOf(query: unknown): Language {
  return inLanguage(languageAsked(query))
}

function answer(reply: FastifyReply, html: string): FastifyReply {
  return reply.header('content-security-policy', pagePolicy).type('text/html; charset=utf-8').send(html)
}

function kindOf(error: unknown): { busy: boolean; status: number } {
  if (error instanceof Refusal) return { busy: error.word === 'busy', status: error.status }
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  return { busy: status === 429, status: status >= 400 && status < 500 ? status : 500 }
}

/** Somebody new, with their referral, through the log like everyone's changes. */
function write({ sql, now }: Ports, team: string, { person, referral }: ReadForm): Promise<void> {
  return sql.transaction({ team }, async (tx) => {
    const actor = await leadOf(tx, team)
    const [personId, referralId] = [v7(), v7()]
    const signed = { personId, at: new Date(now()).toISOString(), byId: actor }
    const drafts = [
      { record: 'person', row: personId, fields: { ...person } },
      { record: 'referral', row: referralId, fields: { ...referral, ...signed } },
    ]
    await writeAsServer(tx, team, actor, 'selfReferral', drafts as never, now())
  })
}
