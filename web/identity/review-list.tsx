import type { ReviewItem } from '@vitalfew/contract/identity.ts'
import { useReader } from '../design/reader.tsx'

/** The queue: who with whom, and how much money is at stake. The pair that is shown is marked and kept in sight. */
export function ReviewList(props: { items: readonly ReviewItem[]; at: number; onChoose: (at: number) => void }) {
  const { t, format } = useReader()
  const { items, at, onChoose } = props
  return (
    <ol className="vf-review-list" aria-label={t('identity.page.queue')}>
      {items.map((item, index) => (
        <li key={`${item.left.key} ${item.right.key}`}>
          <button
            ref={index === at ? keepInSight : null}
            type="button"
            aria-current={index === at}
            onClick={() => onChoose(index)}
          >
            <span className="vf-review-names">
              <span>{item.left.name || item.left.customer}</span>
              <span>{item.right.name || item.right.customer}</span>
            </span>
            <span className="vf-review-figures">
              <b>{format.money(item.revenueAtStake)}</b>
              <small>
                {item.conflicts.length > 0 ? `${t('identity.page.conflictMark')} · ` : ''}
                {format.percent(item.probability, 0)}
              </small>
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function keepInSight(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest' })
}
