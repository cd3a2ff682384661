import * as tables from './en/all.ts'

type Tables = typeof tables
export type MessageId = { [Table in keyof Tables]: keyof Tables[Table] & string }[keyof Tables]

/** Everything the app says, in English. Another language is a table with the same keys. */
export const en = Object.assign({}, ...Object.values(tables)) as Readonly<Record<MessageId, string>>
