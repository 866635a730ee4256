import type { Run } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'
import { equalAccounts, giniLevel, hhiLevel } from './concentration-level.ts'

/** How much hangs on how few: shares of the top, and two measures of inequality in words. */
export function ConcentrationFacts(props: { abc: Run['abc'] }) {
  const { t, format } = useReader()
  const { gini, hhi, topShares } = props.abc
  const equal = equalAccounts(hhi)
  return (
    <div className="vf-concentration-facts">
      <table className="vf-table vf-top-shares">
        <caption>
          {t('report.concentration.topShares', { measure: t(`report.measureInSentence.${props.abc.measure}`) })}
        </caption>
        <tbody>
          {topShares.map(({ top, accounts, share }) => (
            <tr key={top}>
              <th scope="row">{t('report.concentration.top', { top: format.percent(top, 0) })}</th>
              <td>{t('report.concentration.count', { count: accounts, accounts: format.count(accounts) })}</td>
              <td className="vf-wide">
                <span className="vf-bar-cell">
                  <ShareBar share={share} /> <b>{format.percent(share)}</b>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="vf-words">
        <dt>
          {t('report.concentration.gini')} <b>{format.decimal(gini, 2)}</b>
        </dt>
        <dd>{t(`report.concentration.giniLevel.${giniLevel(gini)}`)}</dd>
        <dt>
          {t('report.concentration.hhi')} <b>{format.decimal(hhi, 3)}</b>
        </dt>
        <dd>
          {t(`report.concentration.hhiLevel.${hhiLevel(hhi)}`)}
          {equal !== null &&
            t('report.concentration.equalAccounts', {
              count: Math.round(equal),
              accounts: format.decimal(equal, equal < 10 ? 1 : 0),
            })}
        </dd>
      </dl>
    </div>
  )
}
