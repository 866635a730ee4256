import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { famousBrands } from './famous-brands.ts'

const firstSyllables =
  '凌Ling 澄Cheng 砺Li 朔Shuo 屹Yi 珩Heng 楷Kai 霁Ji 岚Lan 峻Jun 睿Rui 瀚Han 昱Yu 皓Hao 铭Ming 沐Mu 景Jing 卓Zhuo 鼎Ding 旭Xu ' +
  '晟Sheng 博Bo 冠Guan 嘉Jia 拓Tuo 耀Yao 祺Qi'
const secondSyllables =
  '岳yue 川chuan 拓tuo 驰chi 衡heng 泽ze 峰feng 航hang 翎ling 砚yan 邦bang 源yuan 桥qiao 舟zhou 石shi 林lin 野ye 序xu 和he 谷gu ' +
  '信xin 达da'

/** Invented two-character brands, each once, in random order. */
export function chineseBrands(random: SeededRandom): Bilingual[] {
  const pairs = syllables(firstSyllables).flatMap((first) =>
    syllables(secondSyllables).map((second) => bilingual(first.zh + second.zh, first.en + second.en)),
  )
  const latinSeen = new Set<string>()
  const distinct = pairs.filter((brand) => {
    const usable = !isFamous(brand) && !isRepetition(brand) && !latinSeen.has(brand.en)
    latinSeen.add(brand.en)
    return usable
  })
  return random.shuffled(distinct)
}

/** Invented brands of foreign-owned firms; their Chinese names carry the city in brackets. */
export const foreignBrands: readonly Bilingual[] = [
  bilingual('瓦恩霍特', 'Varnholt'),
  bilingual('凯斯特林', 'Kestrelin'),
  bilingual('布兰霍姆', 'Brandholm'),
  bilingual('奥斯特维', 'Ostervik'),
  bilingual('林德瓦拉', 'Lindvara'),
  bilingual('托瓦恩', 'Torvane'),
  bilingual('米拉贝克', 'Mirabeck'),
  bilingual('哈瓦罗', 'Halvaro'),
  bilingual('施泰罗尔', 'Steinrohr'),
  bilingual('考德温', 'Calderwin'),
  bilingual('诺维萨', 'Norvexa'),
  bilingual('奥德莫尔', 'Aldermoor'),
  bilingual('布伦内克', 'Brunnecke'),
  bilingual('泰萨伦', 'Tessalund'),
  bilingual('奎尔马克', 'Quillmark'),
  bilingual('韦克斯林', 'Wexling'),
  bilingual('赞德费', 'Zandveld'),
  bilingual('佩尔沃思', 'Pellworth'),
  bilingual('拉文松德', 'Ravensund'),
  bilingual('格伦哈特', 'Glennhart'),
]

export function isFamous(brand: Bilingual): boolean {
  return famousBrands.some((famous) => brand.zh.includes(famous) || brand.en.toLowerCase() === famous.toLowerCase())
}

/** 旭序, Xuxu: one sound twice reads like a pet's name. */
function isRepetition({ en }: Bilingual): boolean {
  const latin = en.toLowerCase()
  return latin.slice(0, latin.length / 2) === latin.slice(latin.length / 2)
}

function syllables(list: string): Bilingual[] {
  return list.split(' ').map((entry) => bilingual(entry.slice(0, 1), entry.slice(1)))
}
