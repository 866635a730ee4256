import { category, currency, product, productName } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition } from './record-kind.ts'

/** Products with what they cost: profit follows from it where sales carry none. */
export const products: RecordKindDefinition = {
  kind: 'products',
  table: 'product',
  fields: {
    product,
    productName,
    category,
    brand: label('品牌 品牌名称 brand brandname'),
    unit: label('单位 计量单位 基本单位 unit uom unitofmeasure'),
    listPrice: figure(
      '标准售价 标准价格 售价 标价 目录价 价格 单价 listprice standardprice price unitprice sellingprice',
    ),
    unitCost: figure(
      '标准成本 单位成本 成本 成本价 成本单价 采购价 进价 standardcost unitcost cost costprice purchaseprice',
    ),
    currency,
    validFrom: day('生效日期 开始日期 起始日期 价格生效日 成本生效日 validfrom effectivefrom effectivedate startdate'),
    status: label('状态 产品状态 在售状态 status productstatus'),
  },
  needs: [['product', 'productName']],
  keys: [['product', 'validFrom']],
}
