import { rowSecurity } from './rowSecurity.ts'

rowSecurity('memory')
