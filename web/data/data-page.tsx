import { PlusOutlined } from '@ant-design/icons'
import { getRouteApi } from '@tanstack/react-router'
import { LinkButton } from '../app/link-button.tsx'
import { PartTabs } from '../app/part-tabs.tsx'
import { PageHead } from '../app/page-head.tsx'
import { useReader } from '../design/reader.tsx'
import { JobsTable } from '../jobs/jobs-table.tsx'
import { ImportHistory } from './import-history.tsx'
import { SourcesPart } from './sources/sources-part.tsx'
import { QualityBoard } from '../data-quality/quality-board.tsx'
import { RunsTable } from './runs-table.tsx'

const route = getRouteApi('/shell/data')

const parts = ['imports', 'sources', 'quality', 'runs', 'jobs'] as const

/** What everything rests on: the files taken in, how sound they are, and what was made of them. */
export function DataPage() {
  const { t } = useReader()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = parts.find((name) => name === part) ?? 'imports'
  const content = {
    imports: <ImportHistory />,
    sources: <SourcesPart />,
    quality: <QualityBoard />,
    runs: <RunsTable />,
    jobs: <JobsTable />,
  }
  return (
    <>
      <PageHead title={t('app.page.data')} lead={t('app.data.lead')}>
        <LinkButton to="/data/import" color="primary" variant="solid" icon={<PlusOutlined />}>
          {t('app.data.import')}
        </LinkButton>
      </PageHead>
      <PartTabs
        label={t('app.part')}
        names={parts}
        value={shown}
        titleOf={(name) => t(`app.data.part.${name}`)}
        onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
      >
        {content[shown]}
      </PartTabs>
    </>
  )
}
