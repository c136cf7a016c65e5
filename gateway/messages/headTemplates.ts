import { card, link, text } from './body';
import type { Template } from './writing';

const bureau = { id: '0d1975a8-718c-11e9-9037-0200f7ae226a', name: '武汉市教育局' };

/** What a school head's inbox is made of. */
export const headTemplates: readonly [Template, ...Template[]] = [
  (w) => ({
    sender: bureau,
    body: card({
      head: '通知公告',
      colour: 'FFB71C1C',
      url: w.link('bureau'),
      busiId: w.businessId,
      title: w.pick([
        '关于组织开展课后服务检查的通知',
        '关于做好冬季校园安全工作的通知',
        '关于开展义务教育作业管理督导的通知',
        '关于报送年度教师培训计划的通知',
      ]),
      content: `各校请于${w.day(7)}前完成自查，并将自查表加盖公章后上报。逾期未报的将予通报。`,
      author: '基础教育处',
      files: w.between(1, 5),
    }),
  }),
  (w) => ({
    sender: { id: 'D-CW', name: '财务室' },
    body: card({
      head: '待审批',
      colour: 'FFEF6C00',
      url: w.link('approval'),
      busiId: w.businessId,
      title: '采购申请',
      author: w.teacher,
      files: w.between(1, 3),
      form: {
        申请部门: w.pick(['总务处', '信息中心', '体育组', '图书馆']),
        事项: w.pick(['更换教室灯具', '购置投影灯泡', '体育器材补充', '图书补充采购']),
        金额: `${w.between(8, 196) * 100} 元`,
        资金来源: '公用经费',
        申请日期: w.day(0),
        紧急程度: w.pick(['一般', '较急', '紧急']),
      },
    }),
  }),
  (w) => ({
    sender: { id: 'D-RS', name: '人事处' },
    body: card({
      head: '请假审批',
      colour: 'FF283593',
      url: w.link('leave'),
      busiId: w.businessId,
      title: `${w.teacher}的${w.pick(['病假', '事假', '公假'])}申请`,
      content: `课务已与${w.subject}组协调，由同组教师代课。`,
      author: w.teacher,
      form: { 开始: w.day(1), 结束: w.day(2), 代课: w.className },
    }),
  }),
  (w) => ({
    sender: { id: 'D-AB', name: '安保处' },
    body: text(
      `今日巡查情况：消防通道畅通，灭火器 ${w.between(40, 64)} 具压力正常，东门监控一路画面偏暗，已报修。夜间值班${w.teacher}。`,
    ),
  }),
  (w) => ({
    sender: { id: 'D-JW', name: '教务处' },
    body: link({
      title: `${w.grade}教学质量分析会材料`,
      content: `会议定于${w.day(3)} 15:00，二楼会议室。材料含各科分析与下阶段措施，请审阅。`,
      url: w.link('quality'),
      busiId: w.businessId,
      picture: w.picture('quality'),
    }),
  }),
  (w) => ({
    sender: { name: '武汉市第二实验小学校办' },
    body: card({
      head: '会议通知',
      url: w.link('meeting'),
      busiId: w.businessId,
      title: '校务委员会例会',
      content: w.pick([
        '议题：新学期课程方案、食堂招标、校舍维修。',
        '议题：教师岗位聘任、年度考核办法修订。',
        '议题：集团化办学交流、青年教师培养。',
      ]),
      author: '校办',
      files: 2,
      form: { 时间: `${w.day(2)} 14:30`, 地点: '第二实验小学三楼会议室', 主持: '陈志远' },
    }),
  }),
  (w) => ({
    sender: { name: w.teacher },
    body: text(
      w.pick([
        '陈校长，家委会想约您本周见面，谈谈课后服务的时间安排，您看哪天方便？',
        '陈校长，区里的督导组改到下周二来，材料我已经放在您桌上。',
        '陈校长，第二实验小学的操场排水施工方回复了，方案发在系统里，请您看看。',
        `陈校长，${w.className}的家长写来感谢信，想请您在周会上提一下${w.subject}组的老师。`,
      ]),
    ),
  }),
  (w) => ({
    sender: bureau,
    body: link({
      title: '教育要情专报',
      content: `第 ${w.between(20, 98)} 期：课后服务、阳光招生、校园食品安全。`,
      url: w.link('brief'),
      busiId: w.businessId,
    }),
  }),
  (w) => ({
    sender: { id: 'D-ZW', name: '总务处' },
    body: text(
      `本周维修 ${w.between(6, 31)} 件，未完成 ${w.between(0, 5)} 件；用水用电与去年同期持平。明细见 ${w.link('repairs')} 。`,
    ),
  }),
  (w) => ({
    sender: { id: 'D-DY', name: '德育处' },
    body: card({
      head: '活动方案',
      colour: 'FF2E7D32',
      url: w.link('plan'),
      busiId: w.businessId,
      title: w.pick(['冬季运动会方案', '红领巾入队仪式方案', '研学实践活动方案']),
      content: '请校长审定活动时间与安全预案。',
      author: w.teacher,
      files: 3,
      picture: w.picture('plan'),
      form: { 时间: w.day(9), 参加: w.grade, 负责人: w.teacher },
    }),
  }),
];
