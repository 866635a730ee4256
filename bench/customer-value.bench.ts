// Customer value: fits and values of simulated customers. `node bench/customer-value.bench.ts [customers]` prints seconds
// of the wall, seconds of the processor, and the highest resident memory so far.
import { fitBetaGeometric } from '@vitalfew/methods/buy-till-you-die/fit-beta-geometric.ts'
import { fitParetoNbd } from '@vitalfew/methods/buy-till-you-die/fit-pareto-nbd.ts'
import { groupHistories } from '@vitalfew/methods/buy-till-you-die/group-histories.ts'
import { sampleBeta } from '@vitalfew/methods/simulation/sample-beta.ts'
import { sampleExponential } from '@vitalfew/methods/simulation/sample-exponential.ts'
import { sampleGamma } from '@vitalfew/methods/simulation/sample-gamma.ts'
import { seededRandom } from '@vitalfew/methods/simulation/seeded-random.ts'
import { fitGammaGamma } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import { lifetimeValues } from '@vitalfew/methods/spend/lifetime-values.ts'
import { outcomeLimits } from '@vitalfew/methods/spend/outcome-limits.ts'

const customers = Number(process.argv[2] ?? 1_000_000)
const random = seededRandom(1)

/** Customers of BG/NBD seen in whole weeks up to a year, with the mean of what their purchases brought. */
function simulated() {
  const column = (): Float64Array => new Float64Array(customers)
  const [purchases, recency, age] = [column(), column(), column()]
  const [transactions, meanSpend] = [column(), column()]
  for (let i = 0; i < customers; i++) {
    const rate = sampleGamma(random, { shape: 0.25, rate: 4.4 })
    const leaves = sampleBeta(random, { a: 0.8, b: 2.4 })
    const weeks = 40 + Math.floor(random() * 12)
    let bought = 0
    let last = 0
    for (let time = sampleExponential(random, rate); time <= weeks; time += sampleExponential(random, rate)) {
      const week = Math.ceil(time)
      if (week > last) bought++
      last = week
      if (random() < leaves) break
    }
    purchases[i] = bought
    recency[i] = last
    age[i] = weeks
    transactions[i] = bought + 1
    const count = 6 * (bought + 1)
    meanSpend[i] = sampleGamma(random, {
      shape: count,
      rate: (count / 6) * sampleGamma(random, { shape: 4, rate: 15 }),
    })
  }
  return { histories: { purchases, recency, age }, spend: { transactions, meanSpend } }
}

function measured<Result>(name: string, work: () => Result): Result {
  const started = performance.now()
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  const wall = (performance.now() - started) / 1000
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    `${name.padEnd(42)} ${wall.toFixed(2).padStart(7)} s ${((user + system) / 1e6).toFixed(2).padStart(7)} s CPU ${memory.toFixed(0).padStart(6)} MiB`,
  )
  return result
}

const data = simulated()
const histories = measured('group equal histories', () => groupHistories(data.histories))
const fit = measured('BG/NBD fit', () => fitBetaGeometric(histories, { model: 'bg-nbd' }))
measured('Pareto/NBD fit', () => fitParetoNbd(histories))
const spendFit = measured('Gamma-Gamma fit', () => fitGammaGamma(data.spend))
const { predictWith, predictCovariance } = fit
if (predictWith !== null && spendFit.parameters !== null) {
  const found = { histories, spend: data.spend }
  const terms = { horizon: 52.18, unitsPerYear: 52.18, yearlyDiscount: 0.1 }
  const spend = { parameters: spendFit.parameters, logCovariance: spendFit.logCovariance }
  const plain = { purchases: { parameters: predictWith, logCovariance: null }, spend }
  const whole = { purchases: { parameters: predictWith, logCovariance: predictCovariance }, spend }
  measured('12-month CLV', () => lifetimeValues(plain, found, terms))
  measured('12-month CLV with limits of the expectation', () => lifetimeValues(whole, found, terms))
  measured('limits of the outcome', () => outcomeLimits(whole, found, terms))
}
