import type { Run } from '@vitalfew/contract/run.ts'
import { HeatCell } from '../design/heat-cell.tsx'
import { useReader } from '../design/reader.tsx'
import { measureFormat } from './measure-format.ts'
import { prepareAbcXyz, xyzClasses, type AbcXyzCell } from './prepare-abc-xyz.ts'

export function AbcXyzMatrix(props: { abc: Run['abc']; onChoose?: (cell: AbcXyzCell) => void }) {
  const reader = useReader()
  const { t, format } = reader
  const measure = measureFormat(props.abc.measure, reader)
  const { onChoose } = props
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.matrix.title')}>
      <table className="vf-matrix">
        <caption className="vf-unseen">{t('report.matrix.title')}</caption>
        <thead>
          <tr>
            <td />
            {xyzClasses.map((xyz) => (
              <th scope="col" key={xyz}>
                {t(`analysis.xyz.${xyz}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prepareAbcXyz(props.abc.matrix).map((row) => (
            <tr key={row.abc}>
              <th scope="row">{row.abc}</th>
              {row.cells.map((cell) => (
                <HeatCell
                  key={cell.xyz}
                  heat={cell.heat}
                  label={t('report.matrix.cell', {
                    abc: cell.abc,
                    xyz: cell.xyz === 'none' ? '–' : cell.xyz,
                    count: cell.accounts,
                    accounts: format.count(cell.accounts),
                    share: format.percent(cell.share),
                  })}
                  onChoose={onChoose && cell.accounts > 0 ? () => onChoose(cell) : undefined}
                >
                  <strong>{cell.accounts === 0 ? '–' : format.count(cell.accounts)}</strong>
                  {cell.accounts > 0 && (
                    <span>
                      {measure.write(cell.amount)} · {format.percent(cell.share)}
                    </span>
                  )}
                </HeatCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
