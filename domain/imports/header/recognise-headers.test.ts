import { describe, expect, it } from 'vitest'
import { recogniseHeaders } from './recognise-headers.ts'

/** Headers with one sample line each; the mapping as `field=header`, sorted. */
function recognise(line: string, ...samples: string[]): string[] {
  const headers = line.split('|')
  const rows = samples.map((sample) => sample.split('|'))
  const { columns } = recogniseHeaders({
    headers,
    samples: headers.map((_, column) => rows.map((row) => row[column] ?? '')),
    skipped: 0,
    given: {},
  })
  return Object.entries(columns)
    .map(([field, column]) => `${field}=${headers[column]}`)
    .toSorted()
}

describe('recogniseHeaders', () => {
  it.each([
    [
      'a ledger of an ERP',
      '单据日期|单据编号|购货单位|产品代码|产品名称|规格型号|数量|单价|金额|税额|价税合计|业务员|部门|摘要',
      '2024/3/5|XSD001|华为技术有限公司|01.001|螺丝|M8|10|1.5|15|1.95|16.95|张三|销售一部|',
      'amount=金额 customer=购货单位 date=单据日期 department=部门 orderNumber=单据编号 product=产品代码 productName=产品名称 quantity=数量 salesperson=业务员 unitPrice=单价',
    ],
    [
      'received before due',
      '购药时间|社保卡号|商品编码|商品名称|销售数量|应收金额|实收金额',
      '2018-01-01 星期五|0011|236701|感康|6|82.8|69',
      'amount=实收金额 customer=社保卡号 date=购药时间 product=商品编码 productName=商品名称 quantity=销售数量',
    ],
    [
      'amounts without tax',
      '客户编码|客户名称|开票日期|含税金额|不含税金额|税率',
      'K001|华为|2024-01-02|113|100|13%',
      'amount=不含税金额 customer=客户编码 customerName=客户名称 date=开票日期',
    ],
    [
      'order date before ship date',
      'Row ID|Order ID|Order Date|Ship Date|Customer ID|Customer Name|Postal Code|Region|Sales|Quantity|Discount|Profit',
      '1|CA-1|11/8/2018|11/11/2018|CG-12520|Claire Gute|42420|South|261.96|2|0|41.91',
      'amount=Sales customer=Customer ID customerName=Customer Name date=Order Date discount=Discount grossProfit=Profit orderNumber=Order ID quantity=Quantity region=Region',
    ],
    [
      'a shop',
      '订单编号|买家会员名|买家应付货款|买家实际支付金额|订单状态|订单创建时间|订单付款时间|收货地址|联系手机',
      '1|tb1|100|90|交易成功|2024-01-02 10:00:00|2024-01-02 10:01:00|杭州|13800000000',
      'amount=买家实际支付金额 customer=买家会员名 date=订单创建时间 orderNumber=订单编号 orderStatus=订单状态',
    ],
    [
      'an SAP list',
      'Sold-to pt|Sold-to party|Name 1|SD Doc.|Billing Date|Material|Material description|Net value|Curr.|Sales office',
      '0001000123|0001000123|ACME GmbH|90001234|05.03.2024|M-01|Pump|1.234,56|EUR|Berlin',
      'amount=Net value currency=Curr. customer=Sold-to pt customerName=Name 1 date=Billing Date department=Sales office orderNumber=SD Doc. product=Material productName=Material description',
    ],
    [
      'a CRM',
      'opportunity_id|sales_agent|product|account|deal_stage|engage_date|close_date|close_value',
      'X1|Moses|GTX|Cancity|Won|10/20/2016|3/1/2017|1054',
      'amount=close_value customer=account date=close_date orderNumber=opportunity_id orderStatus=deal_stage product=product salesperson=sales_agent',
    ],
    [
      'an invoice file',
      'InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country',
      '536365|85123A|HOLDER|6|2010-12-01 08:26:00|2.55|17850.0|United Kingdom',
      'customer=CustomerID date=InvoiceDate orderNumber=InvoiceNo product=StockCode productName=Description quantity=Quantity region=Country unitPrice=UnitPrice',
    ],
    [
      'words around the words',
      '本期销售净额（万元）|最终客户|下单时间|客户电话|客户等级|是否新客户',
      '12.5|华为|2024-01-02|13800000000|A|是',
      'amount=本期销售净额（万元） customer=最终客户 date=下单时间',
    ],
    [
      'a cost column',
      '客户|日期|销售收入|销售成本|毛利率',
      '华为|2024-01-02|100|80|20%',
      'amount=销售收入 cost=销售成本 customer=客户 date=日期',
    ],
    [
      'English words around the words',
      'Total Net Sales|Bill-To Customer Name|Transaction Date|Freight Amount|Customer Phone|Tax Amount',
      '12.5|Acme|2024-01-02|3|13800000000|1',
      'amount=Total Net Sales customer=Bill-To Customer Name date=Transaction Date',
    ],
    [
      'customer manager is a person of ours',
      '客户经理|客户名称|订单日期|订单金额',
      '张三|华为|2024-01-02|5',
      'amount=订单金额 customer=客户名称 date=订单日期 salesperson=客户经理',
    ],
    [
      'a store chain',
      '门店|会员卡号|消费日期|消费金额|集团|统一社会信用代码|所属行业|渠道',
      '一店|V01|2024-01-02|5|大集团|91350100M000100Y43|零售|线下',
      'amount=消费金额 channel=渠道 creditCode=统一社会信用代码 customer=会员卡号 date=消费日期 department=门店 industry=所属行业 parent=集团',
    ],
  ])('reads %s', (_, headers, sample, expected) => {
    expect(recognise(headers, sample, sample)).toEqual(expected.split(/ (?=\w+=)/).toSorted())
  })

  it('never takes a row number, a postal code, a phone or a year for an amount', () => {
    for (const name of [
      'Row ID',
      'Postal Code',
      'Zip',
      '邮编',
      'Phone',
      '联系电话',
      'Year',
      '年份',
      '税额',
      '运费',
      '折扣金额',
      '编号',
      'ID',
      'Age',
    ]) {
      expect(
        recognise(`Customer|Date|${name}`, 'Acme|2024-01-02|42420').filter((pair) => pair.startsWith('amount=')),
      ).toEqual([])
    }
  })

  it('believes values more than names, and a sure name more than nothing', () => {
    expect(recognise('Customer|Amount|Revenue', 'Acme|big|5', 'Acme|small|6')).toContain('amount=Revenue')
    expect(recognise('Customer|Total|Cost', 'Acme|big|x', 'Acme|small|y')).toEqual(['customer=Customer'])
    expect(recognise('Customer|Order Date|Amount', 'Acme|17|big')).toContain('amount=Amount')
  })

  it('finds the one column of dates whatever its name', () => {
    expect(recognise('Kunde X|客户|Wann|金额', 'a|华为|2024-01-02|5')).toContain('date=Wann')
  })

  it('is surer of a better name', () => {
    const sureness = (header: string) =>
      recogniseHeaders({ headers: [header], samples: [['2024-01-02']], skipped: 0, given: {} }).confidence.date ?? 0
    expect(sureness('订单日期')).toBe(1)
    expect(sureness('发货日期')).toBeLessThan(sureness('日期'))
    expect(sureness('发货日期')).toBeGreaterThan(0.5)
  })
})
