import { backupContract } from './backupContract.ts'

backupContract('postgres')
