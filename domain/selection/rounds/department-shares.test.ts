import { expect, test } from 'vitest'
import { departmentShares } from './department-shares.ts'

test('departments count alike until somebody says otherwise; one that came later counts like the mean of the others', () => {
  const shares = new Map([
    ['销售部', 50],
    ['财务部', 30],
    ['解散的部门', 900],
  ])
  expect([...departmentShares({ shares: new Map() }, ['a', 'b', 'b'])]).toEqual([
    ['a', 0.5],
    ['b', 0.5],
  ])
  expect(departmentShares({ shares }, ['销售部', '财务部', '新部门']).get('新部门')).toBeCloseTo(40 / 120, 12)
  expect(departmentShares({ shares }, []).size).toBe(0)
})
