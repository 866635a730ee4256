import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import { chineseBrands, foreignBrands } from '../names/brands.ts'
import type { City } from '../names/cities.ts'
import { cities } from '../names/cities.ts'
import type { CompanyName } from '../names/company-names.ts'
import { companyName, limitedCompany, stockCompany, technologyCompany, works } from '../names/company-names.ts'
import type { Industry } from '../names/industries.ts'
import { industries } from '../names/industries.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt } from '../seeded-random.ts'

/** Who an account is: name, place, business, group. */
export interface AccountIdentity {
  readonly nameParts: CompanyName
  readonly group: Bilingual | null
  readonly city: City
  readonly industry: Industry
  /** Rank of the account whose name differs only in the legal form; another company all the same. */
  readonly lookAlikeRank: number | null
}

const groupSizes = [5, 4, 3, 4, 2, 3, 5, 2, 3, 2, 4, 3, 2, 3, 2, 4, 2, 3]
/** Ranks of the large accounts that head the first groups. */
const groupLeaders = [2, 5, 9, 14]
const lookAlikePairs = 6

/** Identities by rank of size; no two accounts have the same name in either language. */
export function accountIdentities(random: SeededRandom, count: number): AccountIdentity[] {
  const brands = chineseBrands(random)
  const strangers = random.shuffled(foreignBrands)
  const identities: AccountIdentity[] = []
  for (let rank = 0; rank < count; rank += 1) {
    const foreign = rank % 19 === 6 ? strangers.pop() : undefined
    const brand = foreign ?? brands.pop()
    if (brand === undefined) throw new RangeError(`count: more accounts than brands, got ${count}`)
    identities.push(newIdentity(brand, { random, foreign: foreign !== undefined }))
  }
  formGroups(identities, random)
  plantLookAlikes(identities, random)
  return identities
}

function newIdentity(
  brand: Bilingual,
  { random, foreign }: { random: SeededRandom; foreign: boolean },
): AccountIdentity {
  const city = random.weighted(cities, ({ weight }) => weight)
  const industry = random.weighted(industries, ({ weight }) => weight)
  const trade = random.pick(industry.trades)
  const legalForm = foreign ? limitedCompany : legalFormFor(trade, random)
  const nameParts = { city: city.name, brand, trade, legalForm, cityInBrackets: foreign }
  return { nameParts, group: null, city, industry, lookAlikeRank: null }
}

function legalFormFor(trade: Bilingual, random: SeededRandom): Bilingual {
  const draw = random.next()
  if (draw < 0.08) return stockCompany
  if (draw < 0.16 && !trade.zh.includes('科技')) return technologyCompany
  if (draw < 0.2 && trade.zh.endsWith('机械')) return works
  return limitedCompany
}

/** Members are drawn from all sizes; most take the brand of the group, some keep their own as acquired firms do. */
function formGroups(identities: AccountIdentity[], random: SeededRandom): void {
  const ranks = identities.slice(3, 400).map((_, index) => index + 3)
  const free = random.shuffled(ranks.filter((rank) => !groupLeaders.includes(rank)))
  groupSizes.forEach((size, index) => {
    const leader = groupLeaders[index]
    const members = leader === undefined ? free.splice(0, size) : [leader, ...free.splice(0, size - 1)]
    joinGroup(identities, { ranks: members, random })
  })
}

function joinGroup(
  identities: AccountIdentity[],
  { ranks, random }: { ranks: readonly number[]; random: SeededRandom },
): void {
  const { brand } = itemAt(identities, itemAt(ranks, 0)).nameParts
  const group = bilingual(`${brand.zh}集团`, `${brand.en} Group`)
  ranks.forEach((rank, index) => {
    const identity = itemAt(identities, rank)
    const own = identity.nameParts
    const foreign = itemAt(identities, itemAt(ranks, 0)).nameParts.cityInBrackets
    const renamed = { ...own, brand, cityInBrackets: foreign }
    const taken = identities.some((other) => companyName(other.nameParts).zh === companyName(renamed).zh)
    const keepsBrand = index > 0 && (taken || random.chance(0.25))
    identities[rank] = { ...identity, group, nameParts: keepsBrand ? own : renamed }
  })
}

function plantLookAlikes(identities: AccountIdentity[], random: SeededRandom): void {
  const originals = identities.flatMap((identity, rank) =>
    identity.group === null && identity.nameParts.legalForm === limitedCompany && rank < 150 ? [rank] : [],
  )
  const twins = identities.flatMap((identity, rank) =>
    identity.group === null && rank >= 150 && rank < 400 ? [rank] : [],
  )
  const chosenTwins = random.shuffled(twins)
  random
    .shuffled(originals)
    .slice(0, lookAlikePairs)
    .forEach((original, index) => {
      const first = itemAt(identities, original)
      const nameParts = { ...first.nameParts, legalForm: stockCompany }
      identities[itemAt(chosenTwins, index)] = { ...first, nameParts, lookAlikeRank: original }
    })
}
