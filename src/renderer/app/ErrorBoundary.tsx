import { Component, type ReactNode } from 'react'
import type { WorkerLink } from '../workerLink/link.ts'
import { ErrorScreen } from './ErrorScreen.tsx'

interface Props {
  link: WorkerLink
  children: ReactNode
}

/** Catches what cannot happen, so that nobody stands before a white page. A class because React has no other way. */
export class ErrorBoundary extends Component<Props, { error: string | null }> {
  override state: { error: string | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: string } {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const status = this.props.link.remembered('status', null)
    return <ErrorScreen error={this.state.error} pending={status?.pending ?? null} cleared={status?.notSaved === 'cleared'} />
  }
}
