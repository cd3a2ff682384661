import { beforeAll, describe, expect, test } from 'vitest'
import { commands, type CommandName } from '../../src/shared/commands/index.ts'
import { everyRole } from '../../src/shared/records/defineRecord.ts'
import { fail } from '../../src/shared/std/result.ts'
import { idFor } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

/** Which roles a command leaves out stands beside it (`by`). What hides a button refuses the command too. */
const kept = (Object.keys(commands) as CommandName[]).flatMap((name) => {
  const by = (commands[name] as { by?: readonly string[] }).by
  return by ? [{ name, by }] : []
})

describe.each(everyRole.map((role) => ({ role })))('a $role', ({ role }) => {
  let laptop: TestLaptop
  beforeAll(async () => {
    laptop = await laptopWith({ colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role }] }, { name: 'Tom', role })
  })

  test.each(kept)('$name: only $by', async ({ name, by }) => {
    const done = await laptop.run(name, {} as never)
    expect(done).toEqual(fail(by.includes(role) ? 'badInput' : 'notAllowed'))
    expect(laptop.host.journal).toEqual([])
  })
})
