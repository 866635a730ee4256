import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'

/** A company's name in its parts, so that it can be written well or badly. */
export interface CompanyName {
  readonly city: Bilingual
  readonly brand: Bilingual
  readonly trade: Bilingual
  readonly legalForm: Bilingual
  /** Brand first and the city in brackets, as foreign-owned firms are registered. */
  readonly cityInBrackets: boolean
}

export const limitedCompany = bilingual('有限公司', 'Co., Ltd.')
export const stockCompany = bilingual('股份有限公司', 'Corp.')
export const technologyCompany = bilingual('科技有限公司', 'Technology Co., Ltd.')
export const works = bilingual('厂', 'Works')

/** 苏州凌岳包装机械有限公司 / Suzhou Lingyue Packaging Machinery Co., Ltd. */
export function companyName(name: CompanyName): Bilingual {
  const { city, brand, trade, legalForm } = name
  if (name.cityInBrackets) {
    return bilingual(
      `${brand.zh}（${city.zh}）${trade.zh}${legalForm.zh}`,
      `${brand.en} (${city.en}) ${trade.en} ${legalForm.en}`,
    )
  }
  return bilingual(
    `${city.zh}${brand.zh}${trade.zh}${legalForm.zh}`,
    `${city.en} ${brand.en} ${trade.en} ${legalForm.en}`,
  )
}
