import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'

export interface City {
  readonly name: Bilingual
  readonly region: Bilingual
  readonly areaCode: string
  /** How often customers sit here, against the others. */
  readonly weight: number
}

export const regions = {
  east: bilingual('华东', 'East'),
  south: bilingual('华南', 'South'),
  north: bilingual('华北', 'North'),
  central: bilingual('华中', 'Central'),
  southwest: bilingual('西南', 'Southwest'),
  northwest: bilingual('西北', 'Northwest'),
  northeast: bilingual('东北', 'Northeast'),
} as const

const { east, south, north, central, southwest, northeast } = regions

export const cities: readonly City[] = [
  city('上海', 'Shanghai', { region: east, areaCode: '021', weight: 8 }),
  city('苏州', 'Suzhou', { region: east, areaCode: '0512', weight: 9 }),
  city('无锡', 'Wuxi', { region: east, areaCode: '0510', weight: 6 }),
  city('常州', 'Changzhou', { region: east, areaCode: '0519', weight: 4 }),
  city('南京', 'Nanjing', { region: east, areaCode: '025', weight: 4 }),
  city('杭州', 'Hangzhou', { region: east, areaCode: '0571', weight: 5 }),
  city('宁波', 'Ningbo', { region: east, areaCode: '0574', weight: 5 }),
  city('温州', 'Wenzhou', { region: east, areaCode: '0577', weight: 2 }),
  city('合肥', 'Hefei', { region: east, areaCode: '0551', weight: 3 }),
  city('青岛', 'Qingdao', { region: north, areaCode: '0532', weight: 4 }),
  city('济南', 'Jinan', { region: north, areaCode: '0531', weight: 3 }),
  city('天津', 'Tianjin', { region: north, areaCode: '022', weight: 4 }),
  city('北京', 'Beijing', { region: north, areaCode: '010', weight: 3 }),
  city('石家庄', 'Shijiazhuang', { region: north, areaCode: '0311', weight: 2 }),
  city('广州', 'Guangzhou', { region: south, areaCode: '020', weight: 5 }),
  city('深圳', 'Shenzhen', { region: south, areaCode: '0755', weight: 7 }),
  city('东莞', 'Dongguan', { region: south, areaCode: '0769', weight: 6 }),
  city('佛山', 'Foshan', { region: south, areaCode: '0757', weight: 5 }),
  city('厦门', 'Xiamen', { region: south, areaCode: '0592', weight: 2 }),
  city('武汉', 'Wuhan', { region: central, areaCode: '027', weight: 4 }),
  city('长沙', 'Changsha', { region: central, areaCode: '0731', weight: 3 }),
  city('郑州', 'Zhengzhou', { region: central, areaCode: '0371', weight: 3 }),
  city('南昌', 'Nanchang', { region: central, areaCode: '0791', weight: 2 }),
  city('成都', 'Chengdu', { region: southwest, areaCode: '028', weight: 4 }),
  city('重庆', 'Chongqing', { region: southwest, areaCode: '023', weight: 4 }),
  city('西安', "Xi'an", { region: regions.northwest, areaCode: '029', weight: 2 }),
  city('沈阳', 'Shenyang', { region: northeast, areaCode: '024', weight: 3 }),
  city('大连', 'Dalian', { region: northeast, areaCode: '0411', weight: 3 }),
  city('长春', 'Changchun', { region: northeast, areaCode: '0431', weight: 2 }),
]

function city(zh: string, en: string, where: Omit<City, 'name'>): City {
  return { name: bilingual(zh, en), ...where }
}
