import type { TrendCut } from '@vitalfew/contract/purchase-trends.ts'

/** What a line is told apart by, under the name of a parameter that holds one of `trendCuts`, or `none`. For `overLines`. */
export function cutOfLine(parameter: string): string {
  const columns = {
    product: "if(line.product != '', line.product, l.product_name)",
    category: 'line.category',
    region: 'l.region',
    department: 'l.department',
    channel: 'l.channel',
    industry: 'l.industry',
    salesperson: 'l.salesperson',
    account: 'line.account_key',
  } satisfies Record<TrendCut, string>
  const cases = Object.entries(columns).map(
    ([name, column]) => `{${parameter}:String} = '${name}', toString(${column})`,
  )
  return `multiIf(${cases.join(', ')}, '')`
}
