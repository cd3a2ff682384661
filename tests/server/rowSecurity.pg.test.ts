import { rowSecurity } from './rowSecurity.ts'

rowSecurity('postgres')
