import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { TierRule } from '@vitalfew/contract/selection-tiers.ts'
import { Button, Input, InputNumber, Select, Space } from 'antd'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { freshId, ruleOfKind, type Tier } from './draft-model.ts'
import { RuleEditor } from './rule-editor.tsx'
import { useDraft, useRetitled } from './studio-draft.tsx'

const kinds = ['score', 'top', 'share', 'capacity', 'rules'] as const

/** Tiers from the top: who comes in, who may stay, and how long at least. */
export function TiersEditor() {
  const { t } = useReader()
  const { model, change, preview } = useDraft()
  const { tiers } = model
  const put = (next: readonly Tier[]) => change({ ...model, tiers: [...next] })
  const found = (id: string) => preview?.tiers.find((tier) => tier.id === id)
  return (
    <Card title={t('studio.tiers.title')} note={t('studio.tiers.note')}>
      {tiers.map((tier, place) => (
        <TierForm
          key={tier.id}
          tier={tier}
          found={found(tier.id)}
          onChange={(next) => put(tiers.map((each) => (each.id === tier.id ? next : each)))}
          {...(place > 0 && place < tiers.length - 1
            ? {
                onRaise: () =>
                  put([
                    ...tiers.slice(0, place - 1),
                    tier,
                    ...tiers.slice(place - 1, place),
                    ...tiers.slice(place + 1),
                  ]),
              }
            : {})}
          {...(place < tiers.length - 1 && tiers.length > 2
            ? { onRemove: () => put(tiers.filter(({ id }) => id !== tier.id)) }
            : {})}
        />
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => {
          const words = t('studio.tiers.fresh')
          const id = freshId(
            tiers.map((tier) => tier.id),
            'tier',
          )
          const added = { id, title: { 'zh-CN': words, en: words }, rule: ruleLike(tiers.at(-2)?.rule) }
          put([...tiers.slice(0, -1), added, ...tiers.slice(-1)])
        }}
      >
        {t('studio.tiers.add')}
      </Button>
    </Card>
  )
}

/** A new tier goes by what the one above it goes by, and lets more in. */
function ruleLike(above: TierRule | undefined): TierRule {
  if (above?.kind === 'score') return { kind: 'score', enter: Math.max(1, above.enter - 10) }
  return above === undefined || above.kind === 'rest' ? { kind: 'top', enter: 20 } : above
}

interface TierProps {
  tier: Tier
  found: { accounts: number; emptyBecause: string | null } | undefined
  onChange: (tier: Tier) => void
  onRaise?: () => void
  onRemove?: () => void
}

function TierForm(props: TierProps) {
  const { t } = useReader()
  const { tier, found, onChange } = props
  const { minimumStayDays, ...free } = tier
  const isRest = tier.rule.kind === 'rest'
  return (
    <div className="vf-form-stack vf-boxed">
      <TierHead {...props} />
      {isRest ? (
        <p className="vf-note">{t('selection.rule.rest')}</p>
      ) : (
        <>
          <label>
            <span>{t('studio.tiers.rule')}</span>
            <Select<(typeof kinds)[number]>
              aria-label={t('studio.tiers.rule')}
              value={tier.rule.kind === 'rest' ? 'top' : tier.rule.kind}
              options={kinds.map((value) => ({ value, label: t(`studio.rule.${value}`) }))}
              onChange={(kind) => onChange({ ...tier, rule: ruleOfKind(kind, 'netRevenue') })}
            />
          </label>
          <RuleEditor rule={tier.rule} onChange={(rule) => onChange({ ...tier, rule })} />
        </>
      )}
      {!isRest && (
        <label>
          <span>{t('studio.tiers.stay')}</span>
          <InputNumber<number>
            min={0}
            max={3660}
            precision={0}
            aria-label={t('studio.tiers.stay')}
            value={minimumStayDays ?? 0}
            onChange={(days) => onChange(days === null || days === 0 ? free : { ...tier, minimumStayDays: days })}
          />
        </label>
      )}
      {found?.emptyBecause !== null && found !== undefined && <p className="vf-note vf-down">{found.emptyBecause}</p>}
    </div>
  )
}

function TierHead(props: TierProps) {
  const { t, locale, format } = useReader()
  const retitled = useRetitled()
  const { tier, found, onChange } = props
  return (
    <div className="vf-condition-line">
      <Input
        className="vf-grow"
        maxLength={40}
        aria-label={t('studio.tiers.name')}
        value={tier.title[locale].trimStart()}
        onChange={({ target }) => onChange({ ...tier, title: retitled(tier.title, target.value) })}
      />
      <strong>{found !== undefined && t('studio.tiers.accounts', { accounts: format.count(found.accounts) })}</strong>
      <Space size={0}>
        {props.onRaise !== undefined && (
          <Button type="text" icon={<ArrowUpOutlined />} aria-label={t('studio.tiers.raise')} onClick={props.onRaise} />
        )}
        {props.onRemove !== undefined && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('studio.tiers.remove')}
            onClick={props.onRemove}
          />
        )}
      </Space>
    </div>
  )
}
