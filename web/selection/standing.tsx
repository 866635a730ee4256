import type { SelectedAccount } from '@vitalfew/contract/selection.ts'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { firmness } from './firmness.ts'
import { useTitles } from './tier-titles.tsx'

/** Beside a tier: how firmly the account stands in it, what put it there other than its score, and where it was before. */
export function Standing(props: { account: SelectedAccount }) {
  const { t, format } = useReader()
  const titles = useTitles()
  const { account } = props
  const firm = firmness(account)
  const { tierRule, previousTier, tier } = account
  return (
    <>
      {firm?.level === 'ruled' && <Tag tone="quiet">{t('selection.sensitivity.ruled')}</Tag>}
      {firm !== null && firm.level !== 'ruled' && (
        <Tag tone={firm.level === 'shaky' ? 'warn' : 'quiet'} title={t('report.selection.firmness')}>
          {t(`report.selection.${firm.level}`, {
            probability: firm.probability === 1 ? format.percent(1, 0) : format.percentile(firm.probability),
          })}
        </Tag>
      )}
      {(tierRule === 'override' || tierRule === 'stay') && (
        <Tag tone="outline">{t(`report.selection.${tierRule}`)}</Tag>
      )}
      {previousTier !== null && previousTier !== tier && (
        <Tag tone="outline">{t('report.selection.previous', { tier: titles.tier(previousTier) })}</Tag>
      )}
    </>
  )
}
