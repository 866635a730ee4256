import type { Bilingual } from '../bilingual.ts'
import { regions } from '../names/cities.ts'
import { distinctPeople } from '../names/people-names.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt } from '../seeded-random.ts'

export interface Salesperson {
  readonly name: Bilingual
  readonly region: Bilingual
}

const perRegion = [
  { region: regions.east, people: 8 },
  { region: regions.south, people: 5 },
  { region: regions.north, people: 4 },
  { region: regions.central, people: 3 },
  { region: regions.southwest, people: 2 },
  { region: regions.northwest, people: 1 },
  { region: regions.northeast, people: 2 },
]

export function salespeople(random: SeededRandom): Salesperson[] {
  const places = perRegion.flatMap(({ region, people }) => Array.from({ length: people }, () => region))
  const names = distinctPeople(random, places.length)
  return places.map((region, index) => ({ region, name: itemAt(names, index) }))
}
