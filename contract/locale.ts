import i18next, { type TFunction } from 'i18next'
import accountsEnglish from './messages/en/accounts.json' with { type: 'json' }
import analysisEnglish from './messages/en/analysis.json' with { type: 'json' }
import appEnglish from './messages/en/app.json' with { type: 'json' }
import behaviourEnglish from './messages/en/behaviour.json' with { type: 'json' }
import churnEnglish from './messages/en/churn.json' with { type: 'json' }
import cliEnglish from './messages/en/cli.json' with { type: 'json' }
import errorsEnglish from './messages/en/errors.json' with { type: 'json' }
import habitsEnglish from './messages/en/habits.json' with { type: 'json' }
import identityEnglish from './messages/en/identity.json' with { type: 'json' }
import importsEnglish from './messages/en/imports.json' with { type: 'json' }
import jobsEnglish from './messages/en/jobs.json' with { type: 'json' }
import judgementsEnglish from './messages/en/judgements.json' with { type: 'json' }
import qualityEnglish from './messages/en/quality.json' with { type: 'json' }
import reportEnglish from './messages/en/report.json' with { type: 'json' }
import segmentationEnglish from './messages/en/segmentation.json' with { type: 'json' }
import segmentsEnglish from './messages/en/segments.json' with { type: 'json' }
import selectionEnglish from './messages/en/selection.json' with { type: 'json' }
import serverEnglish from './messages/en/server.json' with { type: 'json' }
import studioEnglish from './messages/en/studio.json' with { type: 'json' }
import valueEnglish from './messages/en/value.json' with { type: 'json' }
import workspaceEnglish from './messages/en/workspace.json' with { type: 'json' }
import accountsChinese from './messages/zh-CN/accounts.json' with { type: 'json' }
import analysisChinese from './messages/zh-CN/analysis.json' with { type: 'json' }
import appChinese from './messages/zh-CN/app.json' with { type: 'json' }
import behaviourChinese from './messages/zh-CN/behaviour.json' with { type: 'json' }
import churnChinese from './messages/zh-CN/churn.json' with { type: 'json' }
import cliChinese from './messages/zh-CN/cli.json' with { type: 'json' }
import errorsChinese from './messages/zh-CN/errors.json' with { type: 'json' }
import habitsChinese from './messages/zh-CN/habits.json' with { type: 'json' }
import identityChinese from './messages/zh-CN/identity.json' with { type: 'json' }
import importsChinese from './messages/zh-CN/imports.json' with { type: 'json' }
import jobsChinese from './messages/zh-CN/jobs.json' with { type: 'json' }
import judgementsChinese from './messages/zh-CN/judgements.json' with { type: 'json' }
import qualityChinese from './messages/zh-CN/quality.json' with { type: 'json' }
import reportChinese from './messages/zh-CN/report.json' with { type: 'json' }
import segmentationChinese from './messages/zh-CN/segmentation.json' with { type: 'json' }
import segmentsChinese from './messages/zh-CN/segments.json' with { type: 'json' }
import selectionChinese from './messages/zh-CN/selection.json' with { type: 'json' }
import serverChinese from './messages/zh-CN/server.json' with { type: 'json' }
import studioChinese from './messages/zh-CN/studio.json' with { type: 'json' }
import valueChinese from './messages/zh-CN/value.json' with { type: 'json' }
import workspaceChinese from './messages/zh-CN/workspace.json' with { type: 'json' }

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export type Translate = TFunction

/** One file per subject; the file's name is the first part of every key in it. */
export const catalogues = {
  'zh-CN': {
    accounts: accountsChinese,
    analysis: analysisChinese,
    app: appChinese,
    behaviour: behaviourChinese,
    churn: churnChinese,
    cli: cliChinese,
    errors: errorsChinese,
    habits: habitsChinese,
    identity: identityChinese,
    imports: importsChinese,
    jobs: jobsChinese,
    judgements: judgementsChinese,
    quality: qualityChinese,
    report: reportChinese,
    segmentation: segmentationChinese,
    segments: segmentsChinese,
    selection: selectionChinese,
    server: serverChinese,
    studio: studioChinese,
    value: valueChinese,
    workspace: workspaceChinese,
  },
  en: {
    accounts: accountsEnglish,
    analysis: analysisEnglish,
    app: appEnglish,
    behaviour: behaviourEnglish,
    churn: churnEnglish,
    cli: cliEnglish,
    errors: errorsEnglish,
    habits: habitsEnglish,
    identity: identityEnglish,
    imports: importsEnglish,
    jobs: jobsEnglish,
    judgements: judgementsEnglish,
    quality: qualityEnglish,
    report: reportEnglish,
    segmentation: segmentationEnglish,
    segments: segmentsEnglish,
    selection: selectionEnglish,
    server: serverEnglish,
    studio: studioEnglish,
    value: valueEnglish,
    workspace: workspaceEnglish,
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
