import type { CheckResult } from '@vitalfew/contract/quality.ts'
import { Button, Empty, Space, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { Tag as ToneTag } from '../design/tag.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { issueWords } from './issue-words.ts'

type Shown = 'open' | 'all'

/** Every check with what it found, and what can be done about it. */
export function CheckTable(props: {
  checks: readonly CheckResult[]
  onFix: (check: CheckResult) => void
  onAccept: (check: CheckResult) => void
}) {
  const reader = useReader()
  const { t } = reader
  const [shown, setShown] = useState<Shown>('open')
  const rows = props.checks.filter(({ state }) => shown === 'all' || state === 'open')
  return (
    <Card title={t('quality.page.checks')}>
      <div className="vf-bar-row">
        <SegmentedControl<Shown>
          label={t('quality.page.checks')}
          options={[
            { value: 'open', label: t('quality.page.filterOpen') },
            { value: 'all', label: t('quality.page.filterAll') },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      <WideTable<CheckResult>
        size="middle"
        rowKey="check"
        className="vf-check-table"
        dataSource={rows}
        columns={checkColumns(reader, props)}
        pagination={false}
        expandable={{
          columnTitle: <span className="vf-unseen">{t('quality.page.byImport')}</span>,
          rowExpandable: ({ imports }) => imports.length > 0,
          expandedRowRender: placesOf,
        }}
        locale={{ emptyText: <Empty description={t('quality.page.nothingOpen')} /> }}
      />
    </Card>
  )
}

function placesOf(check: CheckResult) {
  return <ByImport check={check} />
}

const stateTones = {
  open: 'warning',
  accepted: 'default',
  fixed: 'success',
  clean: 'success',
  notApplicable: 'default',
} as const

function checkColumns(
  { t, format }: Reader,
  acts: { onFix: (check: CheckResult) => void; onAccept: (check: CheckResult) => void },
): TableColumnsType<CheckResult> {
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return [
    {
      key: 'severity',
      title: t('quality.page.severity'),
      render: (_, { severity }) => (
        <ToneTag tone={severity === 'block' || severity === 'high' ? 'warn' : 'quiet'}>
          {t(`analysis.severity.${severity}`)}
        </ToneTag>
      ),
    },
    {
      key: 'what',
      title: t('quality.page.what'),
      rowScope: 'row',
      width: 360,
      render: (_, check) => <What check={check} />,
    },
    {
      key: 'state',
      title: t('quality.page.state'),
      render: (_, { state }) => <Tag color={stateTones[state]}>{t(`quality.state.${state}`)}</Tag>,
    },
    {
      key: 'rows',
      title: t('quality.page.rows'),
      align: 'right',
      render: (_, { rows }) => (rows === 0 ? '–' : format.count(rows)),
    },
    {
      key: 'amount',
      title: `${t('quality.page.amount')}${unit}`,
      align: 'right',
      render: (_, { amount }) => (amount === 0 ? '–' : format.amount(amount)),
    },
    { key: 'acts', title: t('quality.page.actions'), render: (_, check) => <Acts check={check} {...acts} /> },
  ]
}

function What(props: { check: CheckResult }) {
  const { t } = useReader()
  const { check } = props
  const words = issueWords(check.check, t)
  return (
    <div className="vf-check-what">
      {words.name}
      {check.state === 'open' && <small className="vf-advice">{words.remedy}</small>}
      {check.examples.length > 0 && (
        <ul className="vf-examples" aria-label={t('quality.page.examples')}>
          {check.examples.slice(0, 3).map((example, index) => (
            <li key={index}>{example}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Acts(props: {
  check: CheckResult
  onFix: (check: CheckResult) => void
  onAccept: (check: CheckResult) => void
}) {
  const { t } = useReader()
  const { check, onFix, onAccept } = props
  const { name } = issueWords(check.check, t)
  if (check.state !== 'open') return null
  const canFix = check.proposals.some(({ action }) => action !== 'accept')
  return (
    <Space wrap>
      {canFix && (
        <Button
          size="small"
          type="primary"
          ghost
          aria-label={t('quality.page.fixTitle', { check: name })}
          onClick={() => onFix(check)}
        >
          {t('quality.page.fix')}
        </Button>
      )}
      <Button size="small" aria-label={t('quality.page.acceptTitle', { check: name })} onClick={() => onAccept(check)}>
        {t('quality.page.accept')}
      </Button>
      {check.isListed && (
        <a href={`/api/quality/${check.check}/lines.csv`} aria-label={`${t('quality.page.export')}: ${name}`}>
          {t('quality.page.export')}
        </a>
      )}
    </Space>
  )
}

function ByImport(props: { check: CheckResult }) {
  const { t, format } = useReader()
  return (
    <table className="vf-table">
      <caption className="vf-unseen">{t('quality.page.byImport')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quality.page.file')}</th>
          <th scope="col" className="vf-number">
            {t('quality.page.rows')}
          </th>
          <th scope="col" className="vf-number">
            {t('quality.page.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.check.imports.map(({ importId, file, rows, amount }) => (
          <tr key={importId}>
            <th scope="row">{file}</th>
            <td className="vf-number">{format.count(rows)}</td>
            <td className="vf-number">{format.amount(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
