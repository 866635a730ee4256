import { ApartmentOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Result } from 'antd'
import { FaultLine } from '../access/fault-line.tsx'
import { client } from '../app/api.ts'
import { LinkButton } from '../app/link-button.tsx'
import type { ShownLevel } from '../app/shown-level.ts'
import { useReader } from '../design/reader.tsx'
import { isUnderWay } from '../jobs/job-list.ts'
import { useJobChain } from '../jobs/use-job-chain.ts'
import { FirstRun } from './first-run.tsx'

/** Groups are analysed when somebody asks for it: this is where. */
export function NoLevelYet(props: { level: ShownLevel }) {
  const { t } = useReader()
  const start = useMutation({ mutationFn: () => client.runs.start({ level: props.level }) })
  const { jobs } = useJobChain(start.data?.jobId ?? null)
  const running = jobs.filter(isUnderWay)
  const level = t(`app.level.${props.level}`)
  if (running.length > 0) return <FirstRun title={t('app.level.running', { level })} jobs={running} />
  return (
    <Result
      icon={<ApartmentOutlined />}
      title={<h1>{t('app.level.none', { level })}</h1>}
      subTitle={t(`app.level.noneHint.${props.level}`)}
      extra={
        <>
          <FaultLine fault={start.error} />
          <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
            {t('app.level.make', { level })}
          </Button>
          <LinkButton to="/identity" search={{ part: 'groups' }}>
            {t('app.level.toGroups')}
          </LinkButton>
        </>
      }
    />
  )
}
