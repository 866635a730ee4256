import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import type { SeededRandom } from '../seeded-random.ts'

const surnames = (
  '王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 赵Zhao 黄Huang 周Zhou 吴Wu 徐Xu 孙Sun 胡Hu 朱Zhu 高Gao 林Lin 何He 郭Guo 马Ma 罗Luo ' +
  '梁Liang 宋Song 郑Zheng 谢Xie 韩Han 唐Tang 冯Feng 于Yu 董Dong 萧Xiao 程Cheng 曹Cao 袁Yuan 邓Deng 许Xu 傅Fu 沈Shen 曾Zeng 彭Peng 吕Lü'
).split(' ')
const givenSyllables = (
  '志zhi 文wen 建jian 明ming 海hai 晓xiao 雅ya 思si 嘉jia 俊jun 丽li 婷ting 伟wei 强qiang 敏min 静jing 磊lei 洋yang 勇yong 艳yan ' +
  '杰jie 涛tao 超chao 霞xia 平ping 刚gang 桂gui 芳fang 云yun 玲ling 飞fei 华hua 雪xue 峰feng 佳jia 宁ning 欣xin 琳lin 浩hao 凯kai ' +
  '子zi 宇yu 梓zi 辰chen 怡yi 若ruo 诗shi 梦meng 春chun 红hong'
).split(' ')

/** A made-up person: 王志远 / Zhiyuan Wang. */
export function personName(random: SeededRandom): Bilingual {
  const surname = syllable(random.pick(surnames))
  const first = syllable(random.pick(givenSyllables))
  if (random.chance(0.35)) return written(surname, first)
  const second = syllable(random.pick(givenSyllables))
  return written(surname, bilingual(first.zh + second.zh, first.en + second.en))
}

/** As many different people as asked for. */
export function distinctPeople(random: SeededRandom, count: number): Bilingual[] {
  const byChineseName = new Map<string, Bilingual>()
  const latinSeen = new Set<string>()
  while (byChineseName.size < count) {
    const person = personName(random)
    if (byChineseName.has(person.zh) || latinSeen.has(person.en)) continue
    byChineseName.set(person.zh, person)
    latinSeen.add(person.en)
  }
  return [...byChineseName.values()]
}

function written(surname: Bilingual, given: Bilingual): Bilingual {
  const latin = given.en.slice(0, 1).toUpperCase() + given.en.slice(1)
  return bilingual(surname.zh + given.zh, `${latin} ${surname.en}`)
}

function syllable(entry: string): Bilingual {
  return bilingual(entry.slice(0, 1), entry.slice(1))
}
