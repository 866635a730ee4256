import type { CustomerValue, FittedModel } from '@vitalfew/contract/customer-value.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { missingMark } from '../design/formats.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { forecastTitle } from './model-name.ts'

/** What the accounts' figures come from, for those who check: parameters by the letters of the papers, with their standard errors. */
export function FittedParameters(props: { value: CustomerValue }) {
  const reader = useReader()
  const { t, format } = reader
  const { finalModels, models } = props.value
  const fitted = (finalModels.length > 0 ? finalModels : models).filter(
    ({ parameters }) => Object.keys(parameters).length > 0,
  )
  if (fitted.length === 0) return null
  return (
    <FiguresBehind
      label={t('report.value.parameters.show')}
      headers={[
        t('report.value.scoreboard.forecast'),
        t('report.value.parameters.parameters'),
        t('report.value.parameters.logLikelihood'),
        'BIC',
        t('report.value.scoreboard.fit'),
      ]}
      rows={fitted.map((model) => [
        forecastTitle(model.name, t),
        parameterWords(model, reader),
        format.decimal(model.logLikelihood, 1),
        format.decimal(model.bic, 1),
        t(`report.value.verdict.${model.verdict}`),
      ])}
    />
  )
}

function parameterWords(model: FittedModel, { format }: Reader): string {
  const words = Object.entries(model.parameters).map(([name, value]) => {
    const error = model.standardErrors[name] ?? null
    return `${name} ${format.decimal(value, 3)}${error === null ? '' : ` ± ${format.decimal(error, 3)}`}`
  })
  return words.length === 0 ? missingMark : words.join(' · ')
}
