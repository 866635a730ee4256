import type { api } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'

type Known = Awaited<ReturnType<typeof api.identity.ofAccount.call>>

/** The value of each field that counts, the customer it is from, by which rule it was chosen, and what it won against. */
export function GoldenRecord(props: { golden: Known['golden']; groups: Known['groups'] }) {
  const { t } = useReader()
  const { golden, groups } = props
  if (golden.length + groups.length === 0) return null
  return (
    <div className="vf-scroll" role="region" aria-label={t('identity.page.golden')} tabIndex={0}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('identity.page.golden')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('identity.page.field')}</th>
            <th scope="col">{t('identity.page.value')}</th>
            <th scope="col">{t('identity.page.source')}</th>
            <th scope="col">{t('identity.page.others')}</th>
          </tr>
        </thead>
        <tbody>
          {golden.map(({ field, value, customer, rule, others }) => (
            <tr key={field}>
              <th scope="row">{t(`identity.field.${field}`)}</th>
              <td>{value}</td>
              <td>
                {customer}
                <small className="vf-advice">{t(`identity.rule.${rule}`)}</small>
              </td>
              <td>{others.map((other) => `${other.value} (${other.customer})`).join(' · ')}</td>
            </tr>
          ))}
          {groups.map(({ relation, path }) => (
            <tr key={relation}>
              <th scope="row">{t(`identity.relation.${relation}`)}</th>
              <td>{path.join(' › ')}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
