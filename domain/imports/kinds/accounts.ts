import {
  channel,
  creditCode,
  currency,
  customerFields,
  department,
  industry,
  parent,
  region,
  salesperson,
} from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition, text } from './record-kind.ts'

/** What the customer master file of another system knows of each customer. */
export const accounts: RecordKindDefinition = {
  kind: 'accounts',
  table: 'account_record',
  fields: {
    ...customerFields,
    customerType: label(
      '客户类型 客户性质 客户属性 客户类别 客户分类 企业性质 customertype accounttype clienttype typeofcustomer',
      '类型 性质 type category',
    ),
    customerClass: label(
      '客户等级 客户级别 客户分级 会员等级 等级 级别 customerclass customergrade customertier customerlevel accountclass accountgrade',
      'grade level class rating',
    ),
    creditCode,
    parent,
    industry,
    region,
    province: label('省份 省 省市 所在省 province state', '省区'),
    city: label('城市 市 所在城市 所在地 city town'),
    address: text('地址 详细地址 公司地址 注册地址 通讯地址 收货地址 address streetaddress street billingaddress'),
    phone: text('电话 电话号码 联系电话 公司电话 座机 固定电话 phone telephone tel phonenumber', '手机 mobile'),
    email: text('邮箱 电子邮箱 电子邮件 公司邮箱 email emailaddress mail'),
    website: text('网址 网站 官网 主页 website url homepage domain'),
    channel,
    salesperson,
    department,
    status: label('客户状态 状态 合作状态 customerstatus accountstatus status'),
    employees: figure(
      '员工人数 员工数 人数 职工人数 企业人数 人员规模 employees numberofemployees headcount employeecount staffcount',
    ),
    yearlyRevenue: figure(
      '年营业额 年收入 年销售额 营业额 营业收入 企业营收 annualrevenue yearlyrevenue companyrevenue annualturnover',
    ),
    creditLimit: figure('信用额度 授信额度 信用限额 赊销额度 creditlimit creditline'),
    paymentDays: figure('账期 账期天数 信用期 付款期限 信用天数 paymentdays paymentterms creditdays paymentterm'),
    currency,
    createdOn: day(
      '建档日期 创建日期 建档时间 开户日期 注册日期 创建时间 首次合作日期 合作开始日期 createdon createddate creationdate registeredon customersince dateadded',
    ),
  },
  needs: [['customer', 'customerName']],
  keys: [['customer']],
}
