import { createContext, useContext } from 'react'
import { must } from '../../shared/std/assert.ts'
import type { WorkerCalls, Phase } from './contract.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from './questions.ts'

/** The window's way to the worker. */
export interface WorkerLink {
  worker: WorkerCalls
  /** Tells the answer to a live question now and whenever it changes. @returns stops it */
  watch<Name extends QuestionName>(name: Name, params: QuestionParams<Name>, tell: (view: QuestionAnswer<Name>) => void): () => void
  /** The last answer to the same question, so that a screen one comes back to does not flicker. */
  remembered<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): QuestionAnswer<Name> | undefined
  onPhase(tell: (phase: Phase) => void): () => void
  /** Gives the worker its end of the line to the kiosk. */
  joinKiosk(port: MessagePort): void
  /** The worker itself broke; nothing answers any more. */
  onBroken(tell: (error: string) => void): () => void
}

export const LinkContext = createContext<WorkerLink | null>(null)

/** The link of this window. */
export function useLink(): WorkerLink {
  return must(useContext(LinkContext), 'worker link around this screen')
}

/** What the window may ask of the worker. */
export function useWorker(): WorkerCalls {
  return useLink().worker
}
