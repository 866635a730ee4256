import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import { useReader } from '../design/reader.tsx'
import { faultWords } from './fault-words.ts'

/** Given to a change whose fault has no place of its own on the page. */
export const toldByAlert = { isToldByAlert: true } as const

/** What browsers say when a box was laid out twice in one frame: nothing is wrong. */
const harmless = /ResizeObserver loop/

/** Tells of faults that no part of a page shows: of small changes, and of programs that failed beside the page. */
export function FaultAlerts() {
  const { t } = useReader()
  const { notification } = App.useApp()
  const queries = useQueryClient()
  useEffect(() => {
    const tell = (fault: unknown): void =>
      notification.error({ key: 'fault', title: t('app.fault.alert'), description: faultWords(fault, t), duration: 10 })
    const failed = (event: ErrorEvent) => {
      if (!harmless.test(event.message)) tell(event.error ?? event.message)
    }
    const rejected = ({ reason }: PromiseRejectionEvent) => {
      // Whoever goes on to another page ends the questions of this one.
      if (!(reason instanceof Error && /^(Abort|Cancelled)Error$/.test(reason.name))) tell(reason)
    }
    window.addEventListener('error', failed)
    window.addEventListener('unhandledrejection', rejected)
    const leave = queries.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return
      if (event.mutation.meta?.['isToldByAlert'] === true) tell(event.action.error)
    })
    return () => {
      window.removeEventListener('error', failed)
      window.removeEventListener('unhandledrejection', rejected)
      leave()
    }
  }, [t, notification, queries])
  return null
}
