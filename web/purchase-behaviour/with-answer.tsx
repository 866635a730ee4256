import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { FaultNotice } from '../app/fault-notice.tsx'
import { hasNoRun } from '../app/fault-words.ts'
import { NoData } from '../data/no-data.tsx'
import { useReader } from '../design/reader.tsx'
import { FileButton, type FileAsked } from './file-button.tsx'

interface Told<Answer> {
  run: { asOf: string }
  covers: 'all' | 'own'
  keys: Record<string, string>
  answer: Answer
}

/** A part of the page: its controls, what its question came to, and the same as a file. */
export function WithAnswer<Answer>(props: {
  query: UseQueryResult<Told<Answer>>
  file: FileAsked
  controls?: ReactNode
  children: (told: Told<Answer>) => ReactNode
}) {
  const { t } = useReader()
  const { query } = props
  if (query.isError) {
    if (hasNoRun(query.error)) return <NoData />
    return <FaultNotice fault={query.error} onRetry={() => void query.refetch()} />
  }
  const told = query.data
  return (
    <div className="vf-stack">
      <div className="vf-habit-bar">
        <div className="vf-habit-controls">{props.controls}</div>
        <div className="vf-habit-controls">
          {told !== undefined && (
            <span className="vf-note">
              {t('habits.asOf', { asOf: told.run.asOf })}
              {told.covers === 'own' && ` · ${t('habits.own')}`}
            </span>
          )}
          {told !== undefined && <FileButton asked={props.file} />}
        </div>
      </div>
      {told === undefined ? (
        <div>
          <p className="vf-note" role="status">
            {t('habits.working')}
          </p>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      ) : (
        props.children(told)
      )}
    </div>
  )
}
