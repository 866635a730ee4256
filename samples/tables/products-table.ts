import { bilingual } from '../bilingual.ts'
import { categories, products } from '../company/product-catalogue.ts'
import type { Table } from '../csv.ts'
import { yuan } from '../csv.ts'

const headers = [
  bilingual('产品编码', 'Product Code'),
  bilingual('产品名称', 'Product Name'),
  bilingual('类别', 'Category'),
  bilingual('单位', 'Unit'),
  bilingual('标准售价', 'List Price'),
  bilingual('标准成本', 'Standard Cost'),
]

/** The catalogue at the list prices and standard costs of 2025. */
export function productsTable(): Table {
  const rows = products.map(({ code, name, category, listPriceCents, costCents }) => [
    code,
    name,
    categories[category].name,
    categories[category].unit,
    yuan(listPriceCents),
    yuan(costCents),
  ])
  return { headers, rows }
}
