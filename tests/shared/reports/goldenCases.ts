import type { Change, LooseDraft } from '../../../src/shared/changes/change.ts'
import type { Row } from '../../../src/shared/changes/row.ts'
import type { CellValue } from '../../../src/shared/reports/defineReport.ts'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import type { Transaction } from '../../../src/server/sql/sql.ts'
import { makeStamp } from '../../../src/shared/std/stamp.ts'
import { at, idFor, type Known } from '../../support/builders.ts'
import { TestLaptop } from '../../support/laptop.ts'
import type { Surgery, TestLaptop as LateLaptop } from '../../support/surgery.ts'
import { threeYears } from '../../world/threeYears.ts'
import { threeYearsOfCases } from '../../world/threeYearsOfCases.ts'
import { threeYearsOfPictures } from '../../world/threeYearsOfPictures.ts'
import { threeYearsOfSafety } from '../../world/threeYearsOfSafety.ts'
import { both, inSql, surgeryWith } from './goldenTeam.ts'

/** Rows of both under one name of a record. */
function together(...all: Known[]): Known {
  const records = [...new Set(all.flatMap((one) => Object.keys(one)))]
  const rows = (record: string) => all.flatMap((one) => (one as Record<string, object[]>)[record] ?? [])
  return Object.fromEntries(records.map((record) => [record, rows(record)])) as Known
}

/** What everybody wrote in three years, and what one laptop has written since it was last heard. */
function written(): { known: Known; late: LooseDraft[] } {
  const { known: world, late: signIns } = threeYears({ people: 500, seed: 12 })
  const cafe = world.session.filter((one) => one.groupId === idFor('Pain Café') && !one.cancelledBecause)
  const cases = threeYearsOfCases(world.person, cafe, 29)
  const safety = threeYearsOfSafety(world, 31)
  const pictures = threeYearsOfPictures(world.person, 37)
  const { venue, registerMark, offer, samePerson } = world
  const late = signIns.map(({ id, ...fields }): LooseDraft => ({ record: 'signIn', row: id, fields }) as unknown as LooseDraft)
  return {
    known: together({ venue, registerMark, offer, samePerson }, cases.known, safety.known, pictures.known),
    late: [...late, ...cases.late, ...safety.late, ...pictures.late],
  }
}

/** The golden team of issue 12 with all that is reported: on the server and on a lead's laptop that loaded it there. */
export class GoldenTeam {
  readonly surgery: Surgery
  readonly laptop: TestLaptop
  private readonly away: LateLaptop
  readonly late: readonly LooseDraft[]

  private constructor({ surgery, laptop, away, late }: { surgery: Surgery; laptop: TestLaptop; away: LateLaptop; late: readonly LooseDraft[] }) {
    this.surgery = surgery
    this.laptop = laptop
    this.away = away
    this.late = late
  }

  static async open(): Promise<GoldenTeam> {
    const { known, late } = written()
    const surgery = await surgeryWith(known)
    await caseloadFigureOf(surgery, 12)
    const away = await surgery.enrol()
    const laptop = new TestLaptop({ name: 'Sunita Rao' })
    laptop.ports.time = Date.parse(at('12:00'))
    laptop.surgery.rows = await rowsIn(surgery)
    await laptop.open()
    await laptop.exchange()
    return new GoldenTeam({ surgery, laptop, away, late })
  }

  /** The late laptop reaches the server, and what it wrote this laptop. */
  async hearsLateLaptop(): Promise<void> {
    const stampOf = (counter: number) => makeStamp({ ms: Date.parse(at('11:00')), counter, device: this.away.joined.device })
    const actor = this.away.joined.colleague.id
    const own = (fields: LooseDraft['fields']) =>
      Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, /^(by|decidedBy|closedBy)(Id)?$/.test(field) ? actor : value]))
    const changes = this.late.map(({ record, row, fields }, nth) => this.away.write(record, row, own(fields), { stamp: stampOf(nth) }))
    for (let from = 0; from < changes.length; from += 500) {
      const { results } = await this.away.exchange(changes.slice(from, from + 500))
      const held = results.filter((one) => one.state !== 'accepted')
      if (held.length > 0) throw new Error(`not accepted: ${JSON.stringify(held.slice(0, 3).map(({ id }) => changes.find((one) => one.id === id)))}`)
    }
    this.laptop.surgery.tells(...changes.map((one): Change => ({ ...one, team: idFor('team') })))
    await this.laptop.exchange()
  }

  /** What the laptop and the server both say. */
  says(asked: AskedReport): Promise<CellValue[][]> {
    return both(this.surgery, this.laptop, asked)
  }

  inSql<Value>(work: (tx: Transaction, team: string) => Promise<Value>): Promise<Value> {
    return inSql(this.surgery, (tx) => work(tx, this.surgery.team))
  }

  async close(): Promise<void> {
    await this.laptop.laptop.close()
    await this.surgery.close()
  }
}

/** All rows of the team, also of registers that are too old to be told to a laptop: what they say is compared over all three years. */
async function rowsIn(surgery: Surgery): Promise<Row[]> {
  const found = await inSql(surgery, (tx) => tx.query<{ body: Row }>('select body from record_row where team = $1 order by id', [surgery.team]))
  return found.map((one) => one.body)
}

async function caseloadFigureOf(surgery: Surgery, most: number): Promise<void> {
  const lead = await surgery.enrol()
  await lead.exchange([lead.write('team', surgery.team, { caseloadFigure: most })])
}
