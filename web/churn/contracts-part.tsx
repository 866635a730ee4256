import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { ContractCalibration } from './contract-calibration.tsx'
import { ContractFactors } from './contract-factors.tsx'
import { CutPlot } from './cut-plot.tsx'
import { ReasonList } from './reason-list.tsx'
import { SurvivalCard } from './survival-card.tsx'
import { ContractRenewals } from './contract-renewals.tsx'
import { ContractRisks } from './contract-risks.tsx'

/** What contracts with an end add: which are in danger, what raises the danger, how renewals have gone. */
export function ContractsPart(props: { contracts: ContractChurn }) {
  const { t, format } = useReader()
  const { contracts } = props
  const { rate, renewals, factors, risks, changing, calibration } = contracts
  return (
    <>
      <h3 className="vf-subhead">{t('churn.contracts.title')}</h3>
      <p className="vf-note">
        {t(`report.churn.contracts.lead.${contracts.shape}`, {
          contracts: format.count(contracts.contracts),
          running: format.count(contracts.running),
          due: format.count(rate.accounts),
          left: format.count(rate.left),
          rate: format.percent(rate.rate),
          lower: format.percent(rate.lower),
          upper: format.percent(rate.upper),
        })}
      </p>
      {risks.length > 0 && <ContractRisks risks={risks} />}
      <ContractLives contracts={contracts} />
      {(renewals.length > 0 || factors.length > 0) && (
        <div className={renewals.length > 0 && factors.length > 0 ? 'vf-pair' : 'vf-pair-alone'}>
          {factors.length > 0 && (
            <Card
              title={t('report.churn.contracts.why')}
              note={`${t('report.churn.contracts.whyNote')}${changing === null ? '' : ` ${t('churn.contracts.changing', { column: changing })}`}`}
            >
              <ContractFactors factors={factors} />
            </Card>
          )}
          {renewals.length > 0 && (
            <Card
              title={t('report.churn.contracts.renewals')}
              note={t(`churn.renewalVerdict.${contracts.renewalModel.verdict}`)}
            >
              <ContractRenewals renewals={renewals} />
            </Card>
          )}
        </div>
      )}
      {calibration.length > 0 && (
        <Card title={t('report.churn.contracts.calibration')} note={t('churn.contracts.calibrationNote')}>
          <ContractCalibration contracts={contracts} />
        </Card>
      )}
    </>
  )
}

/** How long contracts last, where more of them end, and the reasons on record. */
function ContractLives(props: { contracts: ContractChurn }) {
  const { t } = useReader()
  const { survival, logRank, cuts, reasons } = props.contracts
  if (survival.length + cuts.length + reasons.length === 0) return null
  return (
    <div className="vf-pair vf-pair-uneven">
      {survival.length > 0 && <SurvivalCard churn={{ survival, logRank, basis: 'contracts' }} />}
      {(cuts.length > 0 || reasons.length > 0) && (
        <div className="vf-stack">
          {cuts.length > 0 && (
            <Card title={t('report.churn.cut.title')} note={t('report.churn.cut.note')}>
              <CutPlot cuts={cuts} />
            </Card>
          )}
          {reasons.length > 0 && (
            <Card title={t('report.churn.reasons.title')} note={t('report.churn.reasons.note')}>
              <ReasonList
                reasons={reasons.map(({ reason, accounts, value }) => ({ reason, accounts, amount: value }))}
              />
            </Card>
          )}
        </div>
      )}
    </div>
  )
}
