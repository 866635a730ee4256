import { currency } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition } from './record-kind.ts'

/** What a unit of a currency is worth in another one, from a day on until the next rate. */
export const rates: RecordKindDefinition = {
  kind: 'rates',
  table: 'exchange_rate',
  fields: {
    currency: {
      type: 'label',
      names: [...currency.names, [1, '外币 原币 源币种 from fromcurrency basecurrency source']],
    },
    intoCurrency: label(
      '目标币种 本位币 折算币种 本币 目标货币 to tocurrency into intocurrency targetcurrency quotecurrency quote',
    ),
    day: day('日期 汇率日期 生效日期 月份 期间 date ratedate effectivedate validfrom month'),
    rate: figure('汇率 折算率 中间价 记账汇率 兑换率 折算汇率 rate exchangerate fxrate conversionrate middlerate'),
  },
  needs: [['currency'], ['day'], ['rate']],
  keys: [['currency', 'intoCurrency', 'day']],
}
