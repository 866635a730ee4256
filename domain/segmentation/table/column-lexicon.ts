/** Headers, as header keys, by which a table of customers tells who a row is about and what it is worth. */
export const customerKeys =
  '客户编码 客户编号 客户代码 客户号 客户id 会员号 会员编号 会员id 用户id 用户编号 账户 customerid customercode customernumber customerno custid custcode clientid accountid accountcode accountnumber accountno memberid userid id 编号 编码 客户 customer client account'
export const customerNameKeys =
  '客户名称 客户名 客户全称 客户姓名 会员姓名 公司名称 企业名称 单位名称 名称 姓名 customername clientname accountname companyname company name'
export const amountKeys =
  '净销售额 销售额 销售金额 销售收入 营业额 金额 消费金额 交易额 采购额 年销售额 netrevenue revenue sales netsales amount turnover spend totalspend totalspent monetary'
/** Headers of columns that number rows or accounts. */
export const numberingHeader = /(^|[^a-z])(id|no|code)$|编号|编码|序号|代码/i
