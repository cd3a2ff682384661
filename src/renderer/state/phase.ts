import { create } from 'zustand'
import type { AboutHost } from '../../shared/ipc/contract.ts'
import type { Phase } from '../workerLink/contract.ts'

interface PhaseState {
  phase: Phase
  about: AboutHost | null
  /** The worker broke; its error for whoever looks after the app. */
  broken: string | null
  /** The sample team's passphrase, until it has been read. */
  samplePassphrase: string | null
}

/** Where the app stands before any screen. */
export const usePhase = create<PhaseState>(() => ({ phase: { phase: 'starting' }, about: null, broken: null, samplePassphrase: null }))
