import type { FixProposal } from '@vitalfew/contract/quality.ts'
import { useReader } from '../design/reader.tsx'

const mostValues = 8

/** What a fix would do, in words. */
export function ProposalWords(props: { proposal: FixProposal }) {
  const { t } = useReader()
  const { action, rule } = props.proposal
  const values = rule.values ?? []
  return (
    <span>
      {t(`quality.action.${action}`)}
      {rule.factor !== undefined && ` × ${rule.factor}`}
      {values.length > 0 && (
        <ul className="vf-examples">
          {values.slice(0, mostValues).map(({ column, from, to }) => (
            <li key={`${column} ${from}`}>
              {t(`imports.field.${column === 'netRevenue' ? 'amount' : column === 'day' ? 'date' : column}`)}:{' '}
              {from === null ? t('quality.page.anyValue') : from === '' ? '–' : from} → {to === '' ? '–' : to}
            </li>
          ))}
          {values.length > mostValues && <li>…</li>}
        </ul>
      )}
    </span>
  )
}
