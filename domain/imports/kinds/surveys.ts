import { customerFields } from './customer-fields.ts'
import { day, figure, label, type RecordKindDefinition, text } from './record-kind.ts'

/** Answers to questions that customers were asked: one row an answer. */
export const surveys: RecordKindDefinition = {
  kind: 'surveys',
  table: 'survey_response',
  fields: {
    ...customerFields,
    response: text('答卷编号 问卷编号 答卷id 反馈编号 responseid responsecode answerid submissionid', '编号 序号 id'),
    survey: label('问卷 问卷名称 调研名称 调查名称 survey surveyname questionnaire'),
    respondent: text('填写人 受访人 答卷人 姓名 联系人 respondent name contact contactname'),
    answeredOn: day(
      '填写日期 提交日期 答卷日期 调研日期 填写时间 提交时间 回收时间 日期 answeredon submittedon responsedate submittedat completedat date answeredat',
    ),
    question: text('问题 题目 问题内容 question item questiontext'),
    score: figure('得分 评分 分数 打分 满意度 满意度评分 score rating points satisfaction csat'),
    recommendation: figure(
      '推荐意愿 推荐分 nps nps分 nps得分 净推荐值 推荐度 npsscore likelihoodtorecommend recommend',
    ),
    answer: text('答案 回答 选项 answer response choice value'),
    comment: text('意见 建议 评论 备注 反馈 comment comments feedback remark suggestion verbatim'),
  },
  needs: [
    ['customer', 'customerName'],
    ['score', 'recommendation', 'answer', 'comment'],
  ],
  keys: [],
  period: 'answeredOn',
}
