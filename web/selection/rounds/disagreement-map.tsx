import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import type { JudgementReport } from '@vitalfew/contract/judgements.ts'
import { HeatMap } from '../../charts/heat-map.tsx'
import { Card } from '../../design/card.tsx'
import { missingMark } from '../../design/formats.ts'
import { HeatCell } from '../../design/heat-cell.tsx'
import { useReader } from '../../design/reader.tsx'
import { distanceMap, weightMap } from './prepare-disagreement.ts'
import { useRoundNames } from './use-round-names.ts'

/** What each department gives each criterion, and who is how far from whom: maps that are tables. */
export function DisagreementMap(props: { round: WeightRound; report: JudgementReport }) {
  const { t } = useReader()
  const { report } = props
  return (
    <>
      <Card title={t('studio.result.map')} note={t('studio.result.mapNote')}>
        <WeightTable {...props} />
      </Card>
      {report.departments.length > 1 && (
        <Card title={t('studio.result.who')} note={t('studio.result.whoNote')}>
          <Distances {...props} />
        </Card>
      )}
    </>
  )
}

function WeightTable(props: { round: WeightRound; report: JudgementReport }) {
  const { t, format } = useReader()
  const named = useRoundNames(props.round)
  const { criteria, group } = props.report
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('studio.result.map')}>
      <table className="vf-heat-map">
        <caption className="vf-unseen">{t('studio.result.map')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio.rounds.department')}</th>
            {criteria.map((name) => (
              <th scope="col" key={name}>
                {named(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weightMap(props.report).map(({ department, experts, cells }) => (
            <tr key={department}>
              <th scope="row">
                {department} <small>{t('studio.result.people', { count: experts })}</small>
              </th>
              {cells.map(({ weight, apart, heat }, index) => (
                <HeatCell key={criteria[index]} heat={heat} label="">
                  <strong>{format.percent(weight)}</strong>
                  <span>{t('studio.result.points', { points: signed(format.decimal(100 * apart), apart) })}</span>
                </HeatCell>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('studio.result.agreed')}</th>
            {group.weights.map((weight, index) => (
              <HeatCell key={criteria[index]} heat={0} label="">
                <strong>{format.percent(weight)}</strong>
              </HeatCell>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Distances(props: { round: WeightRound; report: JudgementReport }) {
  const { t, format } = useReader()
  const named = useRoundNames(props.round)
  const rows = distanceMap(props.report)
  return (
    <HeatMap
      caption={t('studio.result.who')}
      columnsName={t('studio.rounds.department')}
      rowsName={t('studio.rounds.department')}
      columns={rows.map(({ department }) => department)}
      rows={rows.map(({ department, cells }) => ({
        label: department,
        cells: cells.map((cell) =>
          cell === null
            ? { heat: 0, text: missingMark }
            : {
                heat: cell.heat,
                text:
                  cell.criterion === null
                    ? format.percent(cell.distance)
                    : t('studio.result.apart', {
                        distance: format.percent(cell.distance),
                        criterion: named(cell.criterion),
                      }),
              },
        ),
      }))}
    />
  )
}

function signed(written: string, value: number): string {
  return value > 0 ? `+${written}` : written
}
