import type { Selection } from '@vitalfew/contract/selection.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag } from './tier-tag.tsx'

/** Tiers that people decided on, with who and why; and what each department would choose alone. */
export function DecidedByPeople(props: { selection: Selection }) {
  const { t } = useReader()
  const { overrides, fairness } = props.selection
  return (
    <>
      {overrides.length > 0 && (
        <Card title={t('report.selection.overrides.title')} note={t('report.selection.overrides.note')}>
          <Overrides selection={props.selection} />
        </Card>
      )}
      {fairness.length > 0 && (
        <Card title={t('report.selection.departments.title')} note={t('report.selection.departments.note')}>
          <Departments departments={fairness} />
        </Card>
      )}
    </>
  )
}

function Overrides(props: { selection: Selection }) {
  const { t, format } = useReader()
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.selection.overrides.title')}>
      <table className="vf-table">
        <thead>
          <tr>
            {(['account', 'tier', 'instead', 'reason', 'until'] as const).map((name) => (
              <th scope="col" key={name}>
                {t(`report.selection.overrides.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.selection.overrides.map((override) => (
            <tr key={override.id}>
              <th scope="row">{accountTitle(override)}</th>
              <td>
                <TierTag tier={override.tier} />
              </td>
              <td>
                <TierTag tier={override.instead ?? undefined} />
              </td>
              <td>
                {override.reason}
                <small className="vf-advice">{override.author}</small>
              </td>
              <td className="vf-day">{format.day(override.until)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Departments(props: { departments: Selection['fairness'] }) {
  const { t, format } = useReader()
  return (
    <ul className="vf-reversals">
      {props.departments.map(({ department, accounts, shared, alone }) => (
        <li key={department}>
          <b>{department}</b>
          {' · '}
          {t('report.selection.departments.shared', { accounts: format.count(accounts), shared: format.count(shared) })}
          {alone.length > 0 &&
            t('report.selection.departments.alone', {
              accounts: alone.map((entry) => accountTitle(entry)).join(t('report.listComma')),
            })}
        </li>
      ))}
    </ul>
  )
}
