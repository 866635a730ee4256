/** Headers by their keys, the surest first. */
export const eventAliases = {
  case: '商机编号 商机编码 商机id 线索编号 线索id 机会编号 案例编号 流程编号 opportunityid opportunitycode opportunityno opportunitynumber dealid dealno leadid caseid caseno processid sessionid id 编号 商机 线索 案例 case lead deal opportunity session',
  account:
    '客户编码 客户编号 客户代码 客户号 客户id 用户编号 用户id 会员编号 accountid accountcode customerid customercode clientid userid memberid 客户 账户 account customer client user 客户名称 公司名称 accountname customername companyname company',
  stage:
    '阶段 商机阶段 销售阶段 当前阶段 事件 动作 环节 步骤 行为 行为类型 事件类型 dealstage opportunitystage salesstage stage stagename pipelinestage event eventname eventtype activity action step 状态 status',
  time: '时间 日期 发生时间 发生日期 事件时间 行为时间 进入时间 进入日期 eventtime eventdate timestamp datetime occurredat occurredon enteredat enteredon time date at',
  begin:
    '创建日期 创建时间 开始日期 建立日期 登记日期 接洽日期 createdon createdat createddate createdate created engagedate opendate openedon startdate begindate',
  end: '关闭日期 关闭时间 成交日期 结束日期 赢单日期 closedon closedat closeddate closedate closed enddate wondate',
  value:
    '成交金额 商机金额 金额 预计金额 合同金额 closevalue dealvalue opportunityvalue amount value dealamount revenue',
  reason:
    '输单原因 丢单原因 失败原因 流失原因 战败原因 lossreason lostreason losereason closedlostreason reasonlost reason',
} as const

/** What says of a stage that a case has been won, or lost; all others are open. */
export const stageWords = {
  won: /^(?:closed\s*-?\s*)?won$|^win$|赢单|成交|已签约|^签约|成功关闭|signed/i,
  lost: /lost|^lose|输单|丢单|战败|失败|流失|放弃|无效|关闭未成|abandon|reject|cancel/i,
} as const

/** Stages in the order in which they usually come. */
export const stageOrder: readonly RegExp[] = [
  /潜在|潜客|线索(?!确认)|^lead|prospect|suspect|aware|访问|浏览|visit\s*site|view/i,
  /线索确认|资格|确认|qualif|联系|接洽|接触|contact|engag|咨询|inquir|enquir/i,
  /拜访|会面|visit|meeting|需求|调研|need|discover|analys|试用|trial|demo|演示|样品|sample/i,
  /方案|报价|投标|标书|quote|quotation|proposal|bid|tender|加购|cart/i,
  /谈判|商务|议价|negotiat|review|审批|verbal/i,
  /合同|contract|agreement/i,
  /订单|下单|首单|首购|order|purchase|购买|付款|支付|paid|payment|checkout/i,
  /复购|再次|续约|续购|repeat|reorder|renew|second/i,
  /推荐|转介绍|口碑|referral|refer|recommend/i,
]

/** Headers that only label or count things, whatever few values they have. */
export const notCuts =
  /编号|编码|代码|电话|邮箱|地址|备注|说明|^id$|id$|code$|phone|email|address|note|remark|name$|名称$/i

/** How a time of day is written, and what tells its halves apart. */
export const clockWords = {
  clock: /(?:[\sT日号]|上午|下午|凌晨|早上|中午|晚上|^)\s*(\d{1,2})[:：时点](?:(\d{1,2})(?:[:：分](\d{1,2}))?)?/,
  afternoon: /下午|晚上|p\.?m\b/i,
  morning: /上午|凌晨|早上|a\.?m\b/i,
} as const
