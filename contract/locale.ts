import i18next, { type TFunction } from 'i18next'
import analysisEnglish from './messages/en/analysis.json' with { type: 'json' }
import churnEnglish from './messages/en/churn.json' with { type: 'json' }
import cliEnglish from './messages/en/cli.json' with { type: 'json' }
import errorsEnglish from './messages/en/errors.json' with { type: 'json' }
import importsEnglish from './messages/en/imports.json' with { type: 'json' }
import judgementsEnglish from './messages/en/judgements.json' with { type: 'json' }
import qualityEnglish from './messages/en/quality.json' with { type: 'json' }
import reportEnglish from './messages/en/report.json' with { type: 'json' }
import selectionEnglish from './messages/en/selection.json' with { type: 'json' }
import valueEnglish from './messages/en/value.json' with { type: 'json' }
import analysisChinese from './messages/zh-CN/analysis.json' with { type: 'json' }
import churnChinese from './messages/zh-CN/churn.json' with { type: 'json' }
import cliChinese from './messages/zh-CN/cli.json' with { type: 'json' }
import errorsChinese from './messages/zh-CN/errors.json' with { type: 'json' }
import importsChinese from './messages/zh-CN/imports.json' with { type: 'json' }
import judgementsChinese from './messages/zh-CN/judgements.json' with { type: 'json' }
import qualityChinese from './messages/zh-CN/quality.json' with { type: 'json' }
import reportChinese from './messages/zh-CN/report.json' with { type: 'json' }
import selectionChinese from './messages/zh-CN/selection.json' with { type: 'json' }
import valueChinese from './messages/zh-CN/value.json' with { type: 'json' }

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export type Translate = TFunction

/** One file per subject; the file's name is the first part of every key in it. */
export const catalogues = {
  'zh-CN': {
    analysis: analysisChinese,
    churn: churnChinese,
    cli: cliChinese,
    errors: errorsChinese,
    imports: importsChinese,
    judgements: judgementsChinese,
    quality: qualityChinese,
    report: reportChinese,
    selection: selectionChinese,
    value: valueChinese,
  },
  en: {
    analysis: analysisEnglish,
    churn: churnEnglish,
    cli: cliEnglish,
    errors: errorsEnglish,
    imports: importsEnglish,
    judgements: judgementsEnglish,
    quality: qualityEnglish,
    report: reportEnglish,
    selection: selectionEnglish,
    value: valueEnglish,
  },
}

const translators = new Map<Locale, Translate>()

/** The words of one language: `translator('en')('errors.input.empty', { file })`. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale)
  if (known !== undefined) return known
  const instance = i18next.createInstance()
  void instance.init({
    lng: locale,
    resources: {
      'zh-CN': { translation: catalogues['zh-CN'] },
      en: { translation: catalogues.en },
    },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  translators.set(locale, instance.t)
  return instance.t
}
