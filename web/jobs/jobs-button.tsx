import { LoadingOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useReader } from '../design/reader.tsx'
import { JobLine } from './job-line.tsx'
import { isUnderWay } from './job-list.ts'
import { useJobs } from './job-watch.tsx'

/** How many jobs are under way; opens to their progress. */
export function JobsButton() {
  const { t, format } = useReader()
  const jobs = useJobs()
  const [isOpen, setOpen] = useState(false)
  const running = jobs.filter(isUnderWay)
  const label =
    running.length === 0 ? t('app.jobs.none') : t('app.jobs.running', { jobs: format.count(running.length) })
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('app.jobs.title')}
      content={
        <div className="vf-jobs">
          {jobs.length === 0 && <p className="vf-note">{t('app.jobs.none')}</p>}
          {jobs.slice(0, 6).map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
          <Link to="/data" search={{ part: 'jobs' }} onClick={() => setOpen(false)}>
            {t('app.jobs.all')}
          </Link>
        </div>
      }
    >
      <Button type="text" aria-label={label} title={label} className="vf-jobs-button">
        <Badge count={running.length} size="small">
          {running.length > 0 ? <LoadingOutlined /> : <ThunderboltOutlined />}
        </Badge>
      </Button>
    </Popover>
  )
}
