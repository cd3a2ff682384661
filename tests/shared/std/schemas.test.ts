import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { dateSchema, idSchema, lineSchema, momentSchema } from '../../../src/shared/std/schemas.ts'

const source = new URL('../../../src/', import.meta.url).pathname
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('std/schemas.ts'))

describe('schemas that everybody shares', () => {
  it('[S1] an id has one form: small letters', () => {
    const id = v7()
    expect(idSchema.safeParse(id).success).toBe(true)
    for (const other of [id.toUpperCase(), `{${id}}`, id.replaceAll('-', ''), ` ${id}`]) expect(idSchema.safeParse(other).success).toBe(false)
  })

  it('[S9] a day or a moment lies in years that can be', () => {
    for (const good of ['1890-01-01', '2026-10-22', '2199-12-31']) expect(dateSchema.safeParse(good).success, good).toBe(true)
    for (const bad of ['0000-01-01', '1066-10-14', '2200-01-01', '9999-12-31', '2026-02-29'])
      expect(dateSchema.safeParse(bad).success, bad).toBe(false)
    expect(momentSchema.safeParse('2026-10-22T09:00:00Z').success).toBe(true)
    expect(momentSchema.safeParse('0000-01-01T00:00:00Z').success).toBe(false)
  })

  it('[S7] a line is text that a database keeps', () => {
    expect(lineSchema.safeParse('Zoë’s laptop 👵').success).toBe(true)
    for (const bad of ['a\0b', 'a\ud800']) expect(lineSchema.safeParse(bad).success).toBe(false)
  })

  it('[S1][S9] nobody has an own idea of an id, a day or a moment', () => {
    const own = files.filter((name) => /z\.uuid\(|z\.iso\.date/.test(readFileSync(join(source, name), 'utf8')))
    expect(own).toEqual([])
  })
})
