import { DatabaseOutlined, ExperimentOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Result } from 'antd'
import { client } from '../app/api.ts'
import { LinkButton } from '../app/link-button.tsx'
import { mayAnalyse, useMe } from '../app/session.ts'
import { useShownLevel } from '../app/shown-level.ts'
import { useReader } from '../design/reader.tsx'
import { FaultLine } from '../access/fault-line.tsx'
import { isUnderWay } from '../jobs/job-list.ts'
import { useJobs } from '../jobs/job-watch.tsx'
import { FirstRun } from './first-run.tsx'
import { NoLevelYet } from './no-level-yet.tsx'

/** Before the first analysis there is nothing to show but the way to it. */
export function NoData() {
  const { t, locale } = useReader()
  const me = useMe()
  const level = useShownLevel()
  const running = useJobs().filter((job) => isUnderWay(job) && job.kind !== 'export')
  const sample = useMutation({ mutationFn: () => client.jobs.sample({ locale }) })
  if (level !== 'account') return <NoLevelYet level={level} />
  if (running.length > 0) return <FirstRun title={t('app.noData.running')} jobs={running} />
  return (
    <Result
      icon={<DatabaseOutlined />}
      title={<h1>{t('app.noData.title')}</h1>}
      subTitle={t(mayAnalyse(me) ? 'app.noData.hint' : 'app.noData.hintReader')}
      extra={
        mayAnalyse(me) && (
          <>
            <FaultLine fault={sample.error} />
            <LinkButton to="/data/import" color="primary" variant="solid" icon={<DatabaseOutlined />}>
              {t('app.noData.own')}
            </LinkButton>
            <Button icon={<ExperimentOutlined />} loading={sample.isPending} onClick={() => sample.mutate()}>
              {t('app.setup.sample')}
            </Button>
          </>
        )
      }
    />
  )
}
