import type { Tone } from '../../ui/Chip.tsx'
import type { ProposalStage } from '../../workerLink/gapViews.ts'

/** How a stage is drawn: amber where somebody has something to do. */
export const stageTones = {
  idea: 'plain',
  proposed: 'needs',
  refused: 'plain',
  approved: 'good',
  pilot: 'good',
  review: 'needs',
  working: 'good',
  stopped: 'plain',
} as const satisfies Record<ProposalStage, Tone>
