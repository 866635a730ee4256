import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import type { CompanyName } from './company-names.ts'
import { companyName } from './company-names.ts'
import { traditionalCharacters } from './traditional-characters.ts'

/** How somebody wrote a known customer's name when creating it a second time. */
export const misspellings = [
  'bracketWidth',
  'missingLegalForm',
  'otherScript',
  'spaces',
  'typo',
  'otherLanguage',
] as const
export type Misspelling = (typeof misspellings)[number]

/** Whether a way of misspelling changes this name at all. */
export function canMisspell(name: CompanyName, misspelling: Misspelling): boolean {
  if (misspelling === 'bracketWidth') return name.cityInBrackets
  const official = companyName(name)
  const wrong = misspelled(name, misspelling)
  return wrong.zh !== official.zh && wrong.en !== official.en
}

export function misspelled(name: CompanyName, misspelling: Misspelling): Bilingual {
  const official = companyName(name)
  switch (misspelling) {
    case 'bracketWidth':
      return bilingual(halfWidthBrackets(official.zh), fullWidthBrackets(official.en))
    case 'missingLegalForm':
      return withoutLegalForm(name)
    case 'otherScript':
      return bilingual(traditionalCharacters(official.zh), official.en.toUpperCase().replaceAll(/[.,]/g, ''))
    case 'spaces':
      return bilingual(
        [name.city.zh, name.brand.zh, name.trade.zh + name.legalForm.zh].join(' '),
        official.en.replace(' ', '  ').replace('Co., Ltd.', 'Co.,Ltd.'),
      )
    case 'typo':
      return companyName({ ...name, brand: bilingual(lookAlike(name.brand.zh), swappedLetters(name.brand.en)) })
    case 'otherLanguage':
      return bilingual(official.en, official.zh)
  }
}

function withoutLegalForm(name: CompanyName): Bilingual {
  const bare = companyName({ ...name, legalForm: bilingual('', '') })
  return bilingual(bare.zh, bare.en.trimEnd())
}

const lookAlikes = new Map(
  '凌菱 澄橙 砺励 朔溯 屹仡 珩衍 楷揩 霁齐 岚风 峻俊 睿容 瀚翰 昱煜 皓浩 铭名 沐木 景影 卓桌 鼎顶 旭煦 晟盛 博搏 冠寇 嘉加 拓托 耀跃 祺棋 瓦佤 凯铠 布佈 奥粤 林琳 托拓 米咪 哈蛤 施旋 考烤 诺若 泰秦 奎圭 韦伟 赞攒 佩配 拉垃 格恪'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

/** The first character replaced by one that looks or sounds the same. */
function lookAlike(brand: string): string {
  return (lookAlikes.get(brand.slice(0, 1)) ?? brand.slice(0, 1)) + brand.slice(1)
}

/** The third and fourth letters in the wrong order. */
function swappedLetters(brand: string): string {
  return brand.slice(0, 2) + brand.slice(3, 4) + brand.slice(2, 3) + brand.slice(4)
}

function halfWidthBrackets(text: string): string {
  return text.replace('（', '(').replace('）', ')')
}

function fullWidthBrackets(text: string): string {
  return text.replace(' (', '（').replace(') ', '）')
}
