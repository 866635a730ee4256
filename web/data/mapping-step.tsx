import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import { Alert, Button, Select, Tag, type TableColumnsType } from 'antd'
import { useMemo, useState, type Dispatch } from 'react'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { fieldName } from './field-name.ts'
import { prepareMapping, type MappingLine } from './prepare-mapping.ts'
import type { FileInHand, WizardMove } from './wizard.ts'
import { WideTable } from '../design/wide-table.tsx'

export interface StepParts {
  plan: ImportPlan
  file: FileInHand
  move: Dispatch<WizardMove>
  isLoading: boolean
}

/** How the file was understood, and which column means what: found by the program, set right by a person. */
export function MappingStep(props: StepParts) {
  const { t, format } = useReader()
  const { plan, file, move } = props
  const [isAll, setAll] = useState(false)
  const { found, others } = useMemo(() => prepareMapping(plan, file.mapping), [plan, file.mapping])
  return (
    <div className="vf-stack">
      {plan.sameAs !== null && (
        <Alert
          type="warning"
          showIcon
          title={t(plan.sameAs.isReadAlike ? 'app.import.same' : 'app.import.sameOther', { file: plan.sameAs.file })}
        />
      )}
      {plan.missing.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('app.import.missing', {
            fields: plan.missing.map(({ field }) => fieldName(field, t)).join(t('report.listComma')),
          })}
          description={t('app.import.missingHint')}
        />
      )}
      <Card>
        <dl className="vf-facts">
          <Fact name={t('app.import.format')} value={plan.format} />
          <Fact name={t('app.import.encoding')} value={plan.encoding} />
          <Fact name={t('app.import.headerRow')} value={format.count(plan.headerRow)} />
          <Fact
            name={t('app.import.dateOrder')}
            value={plan.dateOrder === null ? '–' : t(`app.import.order.${plan.dateOrder}`)}
          />
          {plan.sheets.length > 1 && (
            <div>
              <dt id="sheet-label">{t('app.import.sheet')}</dt>
              <dd>
                <Select
                  aria-labelledby="sheet-label"
                  value={plan.sheet ?? ''}
                  options={plan.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                  onChange={(sheet) => move({ kind: 'sheet', sheet })}
                />
              </dd>
            </div>
          )}
        </dl>
      </Card>
      <Card title={t('app.import.mapping')} note={t('app.import.mappingNote')}>
        <MappingTable {...props} lines={isAll ? [...found, ...others] : found} />
        <Button type="link" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('app.import.fewerFields') : t('app.import.moreFields', { fields: format.count(others.length) })}
        </Button>
      </Card>
    </div>
  )
}

function Fact(props: { name: string; value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}

function MappingTable(props: StepParts & { lines: MappingLine[] }) {
  const reader = useReader()
  return (
    <WideTable<MappingLine>
      size="middle"
      rowKey="field"
      pagination={false}
      dataSource={props.lines}
      loading={props.isLoading}
      scroll={{ x: 'max-content' }}
      rowClassName={(line) => (line.isMissing ? 'vf-row-fault' : '')}
      columns={mappingColumns(props, reader)}
    />
  )
}

function mappingColumns({ plan, move }: StepParts, { t, format }: Reader): TableColumnsType<MappingLine> {
  return [
    {
      key: 'field',
      title: t('app.import.field'),
      rowScope: 'row',
      render: (_, line) => (
        <>
          {fieldName(line.field, t)} {line.isNeeded && <Tag color="blue">{t('app.import.needed')}</Tag>}
        </>
      ),
    },
    {
      key: 'header',
      title: t('app.import.column'),
      width: 260,
      render: (_, line) => (
        <Select
          className="vf-header-select"
          showSearch
          allowClear={line.isByHand}
          status={line.isMissing ? 'error' : ''}
          aria-label={t('app.import.columnOf', { field: fieldName(line.field, t) })}
          placeholder={t('app.import.noColumn')}
          value={line.header}
          options={plan.headers.map((header) => ({ value: header, label: header }))}
          onChange={(header: string | undefined) => move({ kind: 'mapped', field: line.field, header })}
        />
      ),
    },
    { key: 'samples', title: t('app.import.samples'), render: (_, line) => line.samples.join(' · ') || '–' },
    {
      key: 'confidence',
      title: t('app.import.confidence'),
      align: 'right',
      render: (_, line) =>
        line.isByHand ? t('app.import.byHand') : line.confidence === null ? '–' : format.percent(line.confidence, 0),
    },
    {
      key: 'unit',
      title: t('app.import.unit'),
      align: 'right',
      render: (_, line) => (plan.units[line.field] === undefined ? '' : `× ${format.count(plan.units[line.field])}`),
    },
  ]
}
