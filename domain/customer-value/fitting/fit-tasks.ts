import type { HoldoutScore, ValueBaselineName, ValueModelName } from '@vitalfew/contract/customer-value.ts'
import type { KnownFits } from '@vitalfew/methods/buy-till-you-die/fit-purchase-model.ts'
import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseHistories } from '@vitalfew/methods/buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { ForecastGroup } from '@vitalfew/methods/forecast-accuracy/forecast-groups.ts'
import type { SquareMatrix } from '@vitalfew/methods/optimization/cholesky-factor.ts'
import type { RhythmFit, RhythmParameters } from '@vitalfew/methods/purchase-rhythm/fit-rhythm.ts'
import type { GammaGammaParameters, SpendFit } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'
import type { AccountPurchases } from '../purchases/account-purchases.ts'
import type { Observation } from '../purchases/known-histories.ts'
import type { ValueColumns } from '../values/value-columns.ts'
import type { ModelPictures } from '../values/model-pictures.ts'

export type PurchaseModelName = PurchaseParameters['model']
export type Contender = PurchaseModelName | Exclude<ValueBaselineName, 'nbd'>

/** What a task works on: days of purchase, or a table of what is known of each customer. */
export type FitData =
  | { readonly kind: 'days'; readonly purchases: AccountPurchases; readonly observation: Observation }
  | { readonly kind: 'summary'; readonly histories: PurchaseHistories; readonly spend: SpendHistories }

/** A fitted model with the covariance of the logarithms of its parameters. */
export interface Estimated<Parameters> {
  readonly parameters: Parameters
  readonly logCovariance: SquareMatrix | null
}

/** How value is counted. */
export interface ValueTermsOfRun {
  /** In units of the histories. */
  readonly horizon: number
  readonly unitsPerYear: number
  readonly yearlyDiscount: number
  readonly margin: number
}

/** How a contender did on what came after the observation. */
export interface Scored {
  readonly fit: PurchaseFit<PurchaseParameters> | null
  readonly score: HoldoutScore | null
  readonly groups: readonly ForecastGroup[]
  readonly customers: number
}

/** Work that is done off the main thread: what is asked and what is answered, by name. */
export interface FitTasks {
  readonly fit: {
    readonly request: {
      readonly data: FitData
      readonly model: PurchaseModelName
      readonly known?: Pick<KnownFits, 'near' | 'k'>
    }
    readonly response: PurchaseFit<PurchaseParameters>
  }
  readonly spend: { readonly request: { readonly data: FitData }; readonly response: SpendFit }
  readonly rhythm: { readonly request: { readonly data: FitData }; readonly response: RhythmFit }
  readonly score: {
    readonly request: {
      readonly data: FitData
      /** One after the other; what one fit found the next need not search for. */
      readonly contenders: readonly Contender[]
      readonly holdoutUntil: number
      /** Parameters as they were fitted at another origin. */
      readonly near: Readonly<Partial<Record<Contender, PurchaseParameters>>>
    }
    readonly response: readonly Scored[]
  }
  readonly values: {
    readonly request: {
      readonly data: FitData
      readonly model: Estimated<PurchaseParameters> | null
      /** Forecasts of a baseline take the place of the model's; its probabilities stay. */
      readonly baseline: {
        readonly name: Exclude<ValueBaselineName, 'nbd'>
        /** Over how many days it was tested; the forecast is scaled from there. */
        readonly days: number
      } | null
      readonly spend: Estimated<GammaGammaParameters> | null
      readonly rhythm: RhythmParameters | null
      readonly terms: ValueTermsOfRun
    }
    readonly response: ValueColumns
  }
  readonly pictures: {
    readonly request: {
      readonly data: FitData
      readonly parameters: PurchaseParameters
      readonly horizon: number
      /** The model as it was fitted before the holdout, and the end of that calibration. */
      readonly calibrated: { readonly parameters: PurchaseParameters; readonly until: number } | null
    }
    readonly response: ModelPictures
  }
}

export type FitTaskName = keyof FitTasks

export type { ValueModelName }
