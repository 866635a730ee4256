import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { TierRule } from '@vitalfew/contract/selection-tiers.ts'
import { conditionWords } from './condition-words.ts'
import { percentWords, scoreWords, type Wording } from './figure-words.ts'

/** What it takes to be in a tier, as a person would say it. */
export function ruleWords(rule: TierRule, wording: Wording): string {
  const t = translator(wording.locale)
  switch (rule.kind) {
    case 'rest':
      return t('selection.rule.rest')
    case 'rules': {
      const enter = t('selection.rule.rules', { condition: conditionWords(rule.enter, wording) })
      if (rule.exit === undefined) return enter
      return t('selection.rule.exitRules', { enter, exit: conditionWords(rule.exit, wording) })
    }
    case 'score':
      return withExit(t('selection.rule.score', { enter: scoreWords(rule.enter, wording.locale) }), {
        t,
        exit: rule.exit === undefined ? undefined : scoreWords(rule.exit, wording.locale),
      })
    case 'top':
      return withExit(t('selection.rule.top', { enter: rule.enter }), { t, exit: rule.exit })
    case 'share':
      return withExit(shareWords(rule, { t, wording }), {
        t,
        exit: rule.exit === undefined ? undefined : percentWords(rule.exit, wording.locale),
      })
    case 'capacity': {
      const number = new Intl.NumberFormat(wording.locale)
      return withExit(t('selection.rule.capacity', { enter: number.format(rule.enter) }), {
        t,
        exit: rule.exit === undefined ? undefined : number.format(rule.exit),
      })
    }
  }
}

function withExit(
  enter: string,
  { t, exit }: { readonly t: Translate; readonly exit: string | number | undefined },
): string {
  return exit === undefined ? enter : t('selection.rule.exit', { enter, exit })
}

function shareWords(
  rule: TierRule & { readonly kind: 'share' },
  { t, wording }: { readonly t: Translate; readonly wording: Wording },
): string {
  const limits = [
    ...(rule.minimum === undefined ? [] : [t('selection.rule.minimum', { count: rule.minimum })]),
    ...(rule.maximum === undefined ? [] : [t('selection.rule.maximum', { count: rule.maximum })]),
  ]
  const share = t('selection.rule.share', { enter: percentWords(rule.enter, wording.locale) })
  return [share, ...limits].join(t('selection.list.pause'))
}
