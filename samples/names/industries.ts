import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import type { CategoryName } from '../company/product-catalogue.ts'

/** A line of business of customers: how their names say it, and which of our categories they mostly need. */
export interface Industry {
  readonly name: Bilingual
  readonly trades: readonly Bilingual[]
  readonly needs: readonly CategoryName[]
  readonly weight: number
}

export const industries: readonly Industry[] = [
  industry('包装', 'Packaging', {
    trades: '包装机械/Packaging Machinery|包装设备/Packaging Equipment|灌装设备/Filling Equipment',
    needs: ['servo', 'pneumatics', 'gearboxes', 'sensors'],
    weight: 11,
  }),
  industry('食品', 'Food', {
    trades: '食品/Foods|饮料/Beverages|乳品/Dairy',
    needs: ['pumps', 'valves', 'sensors', 'seals'],
    weight: 9,
  }),
  industry('制药', 'Pharma', {
    trades: '制药/Pharmaceutical|药业/Pharma|生物科技/Biotech',
    needs: ['valves', 'pumps', 'sensors', 'seals'],
    weight: 7,
  }),
  industry('锂电', 'Batteries', {
    trades: '锂电设备/Battery Equipment|新能源/New Energy|电池材料/Battery Materials',
    needs: ['servo', 'gearboxes', 'pneumatics', 'sensors'],
    weight: 9,
  }),
  industry('汽车', 'Automotive', {
    trades: '汽车部件/Auto Parts|汽车系统/Automotive Systems|车桥/Axles',
    needs: ['hydraulics', 'pneumatics', 'servo', 'sensors'],
    weight: 11,
  }),
  industry('电子', 'Electronics', {
    trades: '电子/Electronics|精密电子/Precision Electronics|光电/Optoelectronics',
    needs: ['servo', 'sensors', 'pneumatics', 'fittings'],
    weight: 11,
  }),
  industry('半导体', 'Semiconductors', {
    trades: '半导体/Semiconductor|微电子/Microelectronics',
    needs: ['valves', 'sensors', 'servo', 'seals'],
    weight: 4,
  }),
  industry('水处理', 'Water', {
    trades: '水务/Water|环保设备/Environmental Equipment|净水/Water Purification',
    needs: ['pumps', 'valves', 'inverters', 'sensors'],
    weight: 8,
  }),
  industry('纺织', 'Textiles', {
    trades: '纺织机械/Textile Machinery|纺织/Textiles',
    needs: ['inverters', 'gearboxes', 'pneumatics', 'seals'],
    weight: 6,
  }),
  industry('物流', 'Logistics', {
    trades: '智能物流/Logistics Systems|输送设备/Conveying Equipment',
    needs: ['gearboxes', 'inverters', 'servo', 'sensors'],
    weight: 6,
  }),
  industry('机床', 'Machine tools', {
    trades: '机床/Machine Tools|数控/CNC',
    needs: ['hydraulics', 'servo', 'seals', 'sensors'],
    weight: 7,
  }),
  industry('化工', 'Chemicals', {
    trades: '化工/Chemicals|新材料/New Materials|涂料/Coatings',
    needs: ['pumps', 'valves', 'seals', 'inverters'],
    weight: 7,
  }),
  industry('贸易', 'Trading', {
    trades: '机电/Electromechanical|自动化/Automation|工业品/Industrial Supplies',
    needs: ['fittings', 'pneumatics', 'seals', 'inverters'],
    weight: 8,
  }),
]

function industry(
  zh: string,
  en: string,
  rest: { trades: string; needs: readonly CategoryName[]; weight: number },
): Industry {
  const trades = rest.trades.split('|').map((entry) => {
    const [chinese = '', english = ''] = entry.split('/')
    return bilingual(chinese, english)
  })
  return { name: bilingual(zh, en), trades, needs: rest.needs, weight: rest.weight }
}
