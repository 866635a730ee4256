import { customerFields } from './customer-fields.ts'
import { day, figure, flag, label, type RecordKindDefinition, text } from './record-kind.ts'

/** People at the customer: who decides, who stands by us, how well they are known. */
export const contacts: RecordKindDefinition = {
  kind: 'contacts',
  table: 'contact',
  fields: {
    ...customerFields,
    contact: text(
      '联系人编号 联系人编码 联系人id 联系人代码 contactcode contactid contactno contactnumber',
      '编号 编码 id',
    ),
    name: text('姓名 联系人姓名 联系人 联系人名称 人员姓名 name contactname fullname contact contactperson'),
    title: text('职务 职位 职称 头衔 岗位 title jobtitle position jobposition'),
    department: label('部门 所在部门 所属部门 department dept'),
    buyingRole: label(
      '采购角色 购买角色 决策角色 角色 关键人角色 buyingrole decisionrole buyerrole roleindecision',
      'role contactrole',
    ),
    reportsTo: text('汇报对象 上级 直属上级 上级联系人 汇报给 reportsto manager superior reportingto'),
    power: figure('影响力 权力 决策影响力 话语权 power influence powerlevel'),
    support: label('态度 支持度 立场 支持程度 对我方态度 support attitude stance'),
    relationship: figure(
      '关系程度 关系强度 关系等级 亲密度 关系 当前关系 relationship relationshipstrength relationshiplevel currentrelationship',
    ),
    wantedRelationship: figure(
      '目标关系 期望关系 目标关系程度 wantedrelationship targetrelationship desiredrelationship',
    ),
    mobile: text('手机 手机号 手机号码 移动电话 mobile mobilephone cellphone cell'),
    phone: text('电话 座机 办公电话 固定电话 联系电话 phone telephone tel officephone workphone'),
    email: text('邮箱 电子邮箱 电子邮件 邮件 email emailaddress mail'),
    lastContactOn: day(
      '最近联系日期 最后联系日期 上次联系日期 最近拜访日期 最近沟通日期 lastcontact lastcontactdate lastcontacted lastcontactedon lastactivity',
    ),
    hasLeft: flag('是否离职 离职 已离职 hasleft left isleft departed', '在职状态'),
  },
  needs: [
    ['customer', 'customerName'],
    ['name', 'contact'],
  ],
  keys: [['contact'], ['customer', 'name']],
}
