import { DatabaseOutlined, ExperimentOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { client } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { FaultLine } from './fault-line.tsx'
import { useEnter } from './use-enter.ts'

/** Nobody should face an empty page: a made-up company to try things on, or one's own sales. */
export function FirstData() {
  const { t, locale } = useReader()
  const toOverview = useEnter('/')
  const toImport = useEnter('/data/import')
  const sample = useMutation({ mutationFn: () => client.jobs.sample({ locale }), onSuccess: toOverview })
  return (
    <>
      <FaultLine fault={sample.error} />
      <div className="vf-choices">
        <button type="button" className="vf-choice" disabled={sample.isPending} onClick={() => sample.mutate()}>
          <ExperimentOutlined aria-hidden="true" />
          <strong>{t('app.setup.sample')}</strong>
          <span>{t('app.setup.sampleHint')}</span>
        </button>
        <button type="button" className="vf-choice" disabled={sample.isPending} onClick={toImport}>
          <DatabaseOutlined aria-hidden="true" />
          <strong>{t('app.setup.own')}</strong>
          <span>{t('app.setup.ownHint')}</span>
        </button>
      </div>
    </>
  )
}
