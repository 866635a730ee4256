/** What the columns of a file of scores are called, as `headerKey` leaves it. */
export const ratingHeaders = {
  account: [
    '客户',
    '客户编码',
    '客户代码',
    '客户编号',
    '客户名称',
    'account',
    'accountcode',
    'customer',
    'customercode',
    'customername',
    'accountname',
  ],
  criterion: ['指标', '评价指标', '评分指标', '评分项', '评价项', 'criterion', 'criteria'],
  score: ['分数', '评分', '得分', '打分', 'score', 'rating', 'points'],
  rater: ['评分人', '评价人', '打分人', '评委', 'rater', 'scoredby', 'author', 'name'],
  department: ['部门', '评分部门', '所属部门', 'department', 'team'],
  day: ['日期', '评分日期', '评价日期', 'date', 'day', 'scoredon'],
  reason: ['理由', '原因', '依据', '说明', '备注', 'reason', 'comment', 'note'],
} as const
