import { describe, expect, test } from 'vitest'
import { companyAgreement } from './company-agreement.ts'
import { parseCompanyName } from './parse-company-name.ts'

const agreement = (left: string, right: string) => companyAgreement(parseCompanyName(left), parseCompanyName(right))

describe('names of enterprises', () => {
  test.each([
    ['杭州云帆网络科技有限公司', '云帆网络科技（杭州）有限公司', 'sameCore'],
    ['深圳市云帆科技有限公司', '深圳云帆科技有限公司', 'sameName'],
    ['雲帆科技（香港）有限公司', '香港云帆科技有限公司', 'sameCore'],
    ['ＹＦ云帆科技有限公司', 'yf云帆科技有限公司', 'sameName'],
    ['云帆科技有限公司', '云帆科技股份有限公司', 'otherForm'],
    ['云帆投资有限公司', '云帆投资合伙企业（有限合伙）', 'similar'],
    ['云帆科技', '云帆科技有限公司', 'sameName'],
    ['杭州云帆科技有限公司', '宁波云帆科技有限公司', 'otherPlace'],
    ['浙江云帆科技有限公司', '杭州云帆科技有限公司', 'sameCore'],
    ['云帆担保投资有限公司', '云帆投资担保有限公司', 'sameCore'],
    ['云帆科技有限公司', '扬帆科技有限公司', 'oneSlip'],
    ['远山12号商贸有限公司', '远山21号商贸有限公司', 'oneSlip'],
    ['建行宁波江东支行', '中国建设银行股份有限公司宁波市江东支行', 'sameName'],
    ['建行宁波江东支行', '中国建设银行股份有限公司', 'otherBranch'],
    ['农行宁波江东支行', '中国建设银行股份有限公司宁波江东支行', 'different'],
    ['Zhejiang Yunfan Tech Co., Ltd.', 'ZHEJIANG YUNFAN TECH LIMITED', 'sameName'],
    ['Yunfan Trading GmbH', 'Yunfan Trading S.A.', 'otherForm'],
    ['云帆科技有限公司', 'Yunfan Technology Ltd', 'sounds'],
    ['新云科技有限公司（曾用名：云帆科技有限公司）', '新云科技有限公司', 'sameName'],
    ['明岳咨询有限公司（曾用名：望舒管理有限公司）', '望舒管理有限责任公司', 'sameCore'],
  ])('%s, %s: %s', (left, right, level) => {
    expect(agreement(left, right)).toBe(level)
    expect(agreement(right, left)).toBe(level)
  })

  test('a province holds its cities, and a place stays where nothing but trades would remain', () => {
    expect(agreement('浙江省云帆科技有限公司', '浙江杭州云帆科技有限公司')).toBe('sameCore')
    expect(parseCompanyName('海南航空股份有限公司')).toMatchObject({ brand: '海南', industry: '航空', places: [] })
  })

  test('nothing at all, a single sign and a very long name are taken apart too', () => {
    for (const odd of ['', '公', '（）', '有限公司', 'x', '甲'.repeat(5000)])
      expect(() => parseCompanyName(odd)).not.toThrow()
  })
})
