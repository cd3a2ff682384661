import { door } from './en/door.ts'
import { takeAlong } from './en/takeAlong.ts'
import { rota } from './en/rota.ts'
import { paper } from './en/paper.ts'
import { calling } from './en/calling.ts'
import { office } from './en/office.ts'
import { groups } from './en/groups.ts'
import { importing } from './en/importing.ts'
import { printing } from './en/printing.ts'
import { kiosk } from './en/kiosk.ts'
import { people } from './en/people.ts'
import { reasons } from './en/reasons.ts'
import { register } from './en/register.ts'
import { reports } from './en/reports.ts'
import { shell } from './en/shell.ts'
import { session } from './en/session.ts'
import { start } from './en/start.ts'
import { status } from './en/status.ts'
import { surgery } from './en/surgery.ts'
import { today } from './en/today.ts'

/** Everything the app says, in English. Another language is a table with the same keys. */
export const en = {
  ...shell, ...status, ...reasons, ...start, ...today, ...register, ...people, ...groups, ...importing, ...surgery, ...door, ...session, ...calling,
  ...paper, ...rota, ...takeAlong, ...printing, ...kiosk, ...office, ...reports,
} as const

export type MessageId = keyof typeof en
