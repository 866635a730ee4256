import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'

export const categories = {
  gearboxes: { name: bilingual('减速机', 'Gearboxes'), prefix: 'GB', costRatio: 0.6, unit: bilingual('台', 'pcs') },
  servo: { name: bilingual('伺服', 'Servo'), prefix: 'SV', costRatio: 0.66, unit: bilingual('台', 'pcs') },
  inverters: { name: bilingual('变频器', 'Inverters'), prefix: 'VF', costRatio: 0.7, unit: bilingual('台', 'pcs') },
  pneumatics: { name: bilingual('气动', 'Pneumatics'), prefix: 'PN', costRatio: 0.55, unit: bilingual('件', 'pcs') },
  hydraulics: { name: bilingual('液压', 'Hydraulics'), prefix: 'HY', costRatio: 0.62, unit: bilingual('台', 'pcs') },
  valves: { name: bilingual('阀门', 'Valves'), prefix: 'VL', costRatio: 0.57, unit: bilingual('台', 'pcs') },
  pumps: { name: bilingual('泵', 'Pumps'), prefix: 'PU', costRatio: 0.63, unit: bilingual('台', 'pcs') },
  sensors: { name: bilingual('传感器', 'Sensors'), prefix: 'SN', costRatio: 0.48, unit: bilingual('只', 'pcs') },
  seals: { name: bilingual('密封件', 'Seals'), prefix: 'SE', costRatio: 0.5, unit: bilingual('件', 'pcs') },
  fittings: { name: bilingual('管接头', 'Fittings'), prefix: 'FT', costRatio: 0.58, unit: bilingual('件', 'pcs') },
} as const

export type CategoryName = keyof typeof categories

export interface Product {
  readonly code: string
  readonly name: Bilingual
  readonly category: CategoryName
  /** List price of 2025, without tax. */
  readonly listPriceCents: number
  /** Standard cost of 2025. */
  readonly costCents: number
}

/** Chinese name / English name: variant=list price in yuan, one product for each variant. */
const lists: Readonly<Record<CategoryName, string>> = {
  gearboxes:
    '行星减速机/Planetary gearbox:60=1180,90=1860,120=3280|蜗轮减速机/Worm gearbox:50=360,75=580|谐波减速机/Harmonic gearbox:17=2350,25=3600',
  servo:
    '伺服电机/Servo motor:400W=980,750W=1360,1.5kW=2450|伺服驱动器/Servo amplifier:400W=890,750W=1180|直线模组/Linear stage:300=3900',
  inverters:
    '通用变频器/Standard inverter:1.5kW=620,5.5kW=1350,15kW=2980,37kW=6800|泵用变频器/Pump inverter:4kW=1180,11kW=2460',
  pneumatics:
    '标准气缸/Standard cylinder:32=86,63=165|导杆气缸/Guided cylinder:25=240|电磁阀/Solenoid valve:2=58,5=112|气源处理器/Air preparation unit:G1=138|真空发生器/Vacuum ejector:V1=210',
  hydraulics:
    '齿轮泵/Gear pump:16=780|柱塞泵/Piston pump:45=5600|溢流阀/Relief valve:10=260|液压缸/Hydraulic cylinder:80=1900|液压站/Power unit:7.5=18500',
  valves:
    '气动球阀/Ball valve:25=320,50=560|蝶阀/Butterfly valve:80=240|调节阀/Control valve:50=3400|隔膜阀/Diaphragm valve:25=680|卫生阀/Hygienic valve:38=890',
  pumps:
    '离心泵/Centrifugal pump:32=2100|计量泵/Metering pump:M2=1750|隔膜泵/Diaphragm pump:25=1280|磁力泵/Magnetic pump:40=3600|卫生泵/Hygienic pump:50=5200',
  sensors:
    '接近开关/Proximity sensor:12=46|光电开关/Photoelectric sensor:18=98|压力变送器/Pressure transmitter:P1=420|流量计/Flow meter:50=2680|激光测距仪/Laser distance sensor:L3=1560|编码器/Encoder:1024=330',
  seals: 'O形圈/O-ring set:A=9|机械密封/Mechanical seal:35=145|油封/Shaft seal:45=12.5|活塞密封/Piston seal:63=28.5',
  fittings:
    '快插接头/Push-in fitting:6=4.8,10=7.5|卡套接头/Compression fitting:12=16.5|气管/Pneumatic tube:8=85|软管总成/Hose assembly:13=120',
}

export const categoryNames: readonly CategoryName[] = [
  'gearboxes',
  'servo',
  'inverters',
  'pneumatics',
  'hydraulics',
  'valves',
  'pumps',
  'sensors',
  'seals',
  'fittings',
]

export const products: readonly Product[] = categoryNames.flatMap(productsOf)

function productsOf(category: CategoryName): Product[] {
  const variants = lists[category].split('|').flatMap((entry) => {
    const [names = '', prices = ''] = entry.split(':')
    const [zh = '', en = ''] = names.split('/')
    return prices.split(',').map((priced) => {
      const [variant = '', price = ''] = priced.split('=')
      return { name: bilingual(`${zh}${variant}`, `${en} ${variant}`), listPriceCents: Math.round(Number(price) * 100) }
    })
  })
  const { prefix, costRatio } = categories[category]
  return variants.map((variant, index) => ({
    ...variant,
    code: `${prefix}${String(index + 1).padStart(2, '0')}`,
    category,
    // Neighbouring products of a category do not earn exactly the same.
    costCents: Math.round(variant.listPriceCents * (costRatio + ((index % 4) - 1.5) * 0.02)),
  }))
}
