import type { ImportSource } from '@vitalfew/contract/api/import-sources.ts'
import { Button, Popconfirm, Space, Tag, type TableColumnsType } from 'antd'
import type { Reader } from '../../design/reader.tsx'
import { originWords, scheduleWords } from './source-words.ts'

export interface SourceAct {
  source: ImportSource
  way: 'run' | 'accept' | 'remove' | 'restore'
}

interface Acts {
  timeZone: string
  /** The source something is being done to. */
  busy: ImportSource | null
  onAct: (act: SourceAct) => void
  onEdit: (source: ImportSource) => void
}

const tones = {
  waiting: 'default',
  running: 'processing',
  done: 'success',
  failed: 'error',
  cancelled: 'default',
} as const

export function sourceColumns(reader: Reader, acts: Acts): TableColumnsType<ImportSource> {
  const { t, format } = reader
  return [
    {
      key: 'name',
      title: t('app.sources.name'),
      rowScope: 'row',
      render: (_, source) => (
        <>
          {source.title}
          {source.title !== source.name && <small className="vf-note"> {source.name}</small>}
          {source.isRemoved && <Tag>{t('app.sources.removed')}</Tag>}
        </>
      ),
    },
    { key: 'kind', title: t('app.import.kind'), render: (_, { kind }) => t(`imports.kind.${kind}`) },
    {
      key: 'from',
      title: t('app.sources.from'),
      render: (_, source) => (
        <>
          <code className="vf-origin">{originWords(source, t)}</code>
          <br />
          <small className="vf-note">{scheduleWords(source.schedule, { reader, timeZone: acts.timeZone })}</small>
        </>
      ),
    },
    lastImportColumn(reader),
    {
      key: 'imports',
      title: t('app.sources.imports'),
      align: 'right',
      render: (_, { imports }) => format.count(imports),
    },
    lastJobColumn(reader),
    {
      key: 'next',
      title: t('app.sources.next'),
      render: (_, { nextAt, schedule, isRemoved }) =>
        isRemoved || schedule === null ? '–' : nextAt === null ? t('app.sources.onArrival') : format.instant(nextAt),
    },
    {
      key: 'acts',
      title: t('app.data.acts'),
      render: (_, source) => <Acts source={source} reader={reader} {...acts} />,
    },
  ]
}

function lastImportColumn({ t, format }: Reader): TableColumnsType<ImportSource>[number] {
  return {
    key: 'last',
    title: t('app.sources.lastImport'),
    render: (_, { lastImport, drift }) =>
      lastImport === null ? (
        t('app.sources.never')
      ) : (
        <>
          {format.instant(lastImport.at)}
          {drift.length > 0 && (
            <Tag color={drift.some(({ isSerious }) => isSerious) ? 'warning' : 'default'}>
              {t('app.sources.drifted', { count: drift.length })}
            </Tag>
          )}
          <br />
          <small className="vf-note">
            {t('app.sources.fileRows', {
              file: lastImport.file,
              count: lastImport.rows,
              rows: format.count(lastImport.rows),
            })}
          </small>
        </>
      ),
  }
}

function lastJobColumn({ t, format }: Reader): TableColumnsType<ImportSource>[number] {
  return {
    key: 'job',
    title: t('app.sources.lastJob'),
    render: (_, { lastJob }) =>
      lastJob === null ? (
        '–'
      ) : (
        <>
          <Tag color={tones[lastJob.state]}>{t(`jobs.state.${lastJob.state}`)}</Tag> {format.instant(lastJob.at)}
          {lastJob.problem !== null && <p className="vf-down vf-problem">{lastJob.problem}</p>}
        </>
      ),
  }
}

function Acts(props: Acts & { source: ImportSource; reader: Reader }) {
  const { source, busy, onAct, onEdit } = props
  const { t } = props.reader
  const isBusy = busy !== null && busy.name === source.name && busy.kind === source.kind
  const called = { source: source.title }
  if (source.isRemoved) {
    return (
      <Button
        size="small"
        loading={isBusy}
        aria-label={t('app.sources.restoreOf', called)}
        onClick={() => onAct({ source, way: 'restore' })}
      >
        {t('app.sources.restore')}
      </Button>
    )
  }
  return (
    <Space>
      {source.origin !== null && (
        <Button
          size="small"
          loading={isBusy}
          aria-label={t('app.sources.runOf', called)}
          onClick={() => onAct({ source, way: 'run' })}
        >
          {t('app.sources.run')}
        </Button>
      )}
      {source.origin !== null && source.lastJob?.state === 'failed' && (
        <Popconfirm
          title={t('app.sources.acceptSure')}
          okText={t('app.sources.accept')}
          cancelText={t('identity.page.cancel')}
          onConfirm={() => onAct({ source, way: 'accept' })}
        >
          <Button size="small">{t('app.sources.accept')}</Button>
        </Popconfirm>
      )}
      <Button size="small" aria-label={t('app.sources.editOf', called)} onClick={() => onEdit(source)}>
        {t('app.sources.edit')}
      </Button>
      <Popconfirm
        title={t('app.sources.removeSure')}
        okText={t('app.sources.remove')}
        cancelText={t('identity.page.cancel')}
        onConfirm={() => onAct({ source, way: 'remove' })}
      >
        <Button size="small" aria-label={t('app.sources.removeOf', called)}>
          {t('app.sources.remove')}
        </Button>
      </Popconfirm>
    </Space>
  )
}
