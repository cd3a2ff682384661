import { backupContract } from './backupContract.ts'

backupContract('memory')
