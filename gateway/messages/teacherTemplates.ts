import { card, link, text } from './body';
import type { Template } from './writing';

const teaching = { id: 'D-JW', name: '教务处' };
const morals = { id: 'D-DY', name: '德育处' };
const supplies = { id: 'D-ZW', name: '总务处' };
const union = { id: 'D-GH', name: '工会' };

/** What a class teacher's inbox is made of. */
export const teacherTemplates: readonly [Template, ...Template[]] = [
  (w) => {
    const old = `${w.day(1)}第${w.between(1, 3)}节`;
    const changed = `${w.day(3)}第${w.between(4, 6)}节`;
    return {
      sender: teaching,
      body: card({
        head: '调课通知',
        url: w.link('timetable'),
        busiId: w.businessId,
        title: `${w.className}调课`,
        content: `${old}与${changed}对调，请班主任通知学生。`,
        author: w.teacher,
        files: w.between(0, 2),
        form: { 班级: w.className, 学科: w.subject, 原时间: old, 新时间: changed },
      }),
    };
  },
  (w) => ({
    sender: { name: `${w.grade}组` },
    body: card({
      head: '家长会',
      colour: 'FF1565C0',
      url: w.link('parents'),
      busiId: w.businessId,
      title: `${w.className}家长会安排`,
      content: '请提前布置教室、准备签到表，会后将到会情况报年级组。',
      author: w.teacher,
      files: 1,
      form: {
        时间: `${w.day(5)} 18:30`,
        地点: `${w.className}教室`,
        议程: '学情分析、习惯培养、家校沟通',
        停车: '操场西侧，请从东门进',
      },
    }),
  }),
  (w) => ({
    sender: union,
    body: text(
      `教职工体检定于${w.day(6)}至${w.day(8)}，地点：市第三医院体检中心二楼。请空腹前往，带好身份证。有调换时间的，请在${w.day(3)}前告诉工会${w.teacher}。`,
    ),
  }),
  (w) => ({
    sender: { id: 'D-XB', name: '校办' },
    body: card({
      head: '值班安排',
      colour: 'FF00695C',
      url: w.link('duty'),
      busiId: w.businessId,
      title: '下周值班表',
      content: '值班教师请提前十五分钟到岗，佩戴值班牌，重点巡查楼梯与东侧连廊。',
      author: '校办',
      form: {
        日期: w.day(4),
        时段: w.pick(['早读前 7:30–8:00', '午间 12:10–13:40', '放学 16:20–17:10']),
        位置: w.pick(['东门', '教学楼二楼', '食堂', '操场']),
      },
    }),
  }),
  (w) => ({
    sender: { name: `${w.subject}教研组` },
    body: link({
      title: `${w.subject}教研活动：${w.pick(['单元整体教学设计', '作业分层的做法', '课堂提问的有效性', '跨学科主题学习'])}`,
      content: `${w.day(2)}下午第二节，录播教室。请带教材和上次的听课记录，主讲：${w.teacher}。`,
      url: w.link('research'),
      busiId: w.businessId,
      picture: w.picture('research'),
    }),
  }),
  (w) => ({
    sender: { id: 'D-AB', name: '安保处' },
    body: card({
      head: '安全检查',
      colour: 'FFE65100',
      url: w.link('safety'),
      busiId: w.businessId,
      title: '教室用电安全自查',
      content: `请各班于${w.day(2)}放学前完成自查：插座、饮水机、多媒体柜、空调外机。发现隐患先断电，再报安保处。`,
      author: w.teacher,
      files: 1,
    }),
  }),
  (w) => ({
    sender: supplies,
    body: link({
      title: '办公用品领用',
      content: `本周五前请到总务处领取${w.pick(['粉笔、红笔和备课本', '打印纸与文件夹', '扫帚、拖把和垃圾袋', '白板笔与磁贴'])}，逾期不再补发。`,
      url: w.link('supplies'),
      busiId: w.businessId,
    }),
  }),
  (w) => ({
    sender: morals,
    body: text(
      `${w.day(1)}升旗仪式由${w.className}负责，请班主任组织好旗手和国旗下讲话的同学，7:40 前到主席台集合。如遇下雨改为广播，讲话稿请在 ${w.link('speech')} 上传。`,
    ),
  }),
  (w) => ({
    sender: { name: w.teacher },
    body: text(
      w.pick([
        `夏老师，${w.className}的${w.subject}作业本我放在您桌上了，还差三本，名单夹在最上面那本里。`,
        `明天第二节的${w.subject}课我想去听，方便吗？`,
        `${w.className}有位同学今天发烧，家长已经接走，请留意明天的晨检。`,
        `下午的教研会改到四楼会议室，麻烦转告组里的老师。`,
        `上周的听课记录我整理好了，发在组里的文件夹，您看看有没有要补的：${w.link('notes')}`,
      ]),
    ),
  }),
  (w) => ({
    sender: teaching,
    body: card({
      head: '成绩登记',
      colour: 'FF4527A0',
      url: w.link('scores'),
      busiId: w.businessId,
      title: `${w.subject}期中质量分析`,
      content: '请任课教师完成登记，并写出班级分析，不公布名次。',
      author: '教务处',
      files: w.between(1, 4),
      form: {
        班级: w.className,
        截止: `${w.day(4)} 17:00`,
        填报: '教务系统“质量分析”',
        联系人: w.teacher,
      },
    }),
  }),
  (w) => ({
    sender: { id: 'D-TS', name: '图书馆' },
    body: link({
      title: `${w.className}图书借阅到期提醒`,
      content: `班级书架有 ${w.between(3, 26)} 册将于${w.day(5)}到期，可在线续借一次。`,
      url: w.link('library'),
      busiId: w.businessId,
      picture: w.picture('library'),
    }),
  }),
  (w) => ({
    sender: { id: 'D-XX', name: '信息中心' },
    body: text(
      `${w.day(1)} 18:00–20:00 校园网设备升级，期间办公室和教室会短暂断网。课件请提前下载到本地，问题可拨内线 8${w.between(101, 179)}。`,
    ),
  }),
  (w) => ({
    sender: morals,
    body: card({
      head: '活动报名',
      colour: 'FFAD1457',
      url: w.link('activity'),
      busiId: w.businessId,
      title: w.pick(['班级合唱比赛', '冬季长跑', '科技节小发明展', '校园诗词大会']),
      content: '每班一队，请班主任填报领队和参加学生名单。',
      author: w.teacher,
      picture: w.picture('activity'),
      form: { 报名截止: w.day(6), 参加人数: `${w.between(8, 40)} 人`, 场地: '体育馆' },
    }),
  }),
  (w) => ({
    sender: { id: 'D-WS', name: '医务室' },
    body: text(
      `近期流感增多，请${w.grade}各班坚持晨午检，开窗通风每天不少于三次。发热学生须退热满 48 小时后返校，复课查验到医务室办理。`,
    ),
  }),
  (w) => ({
    sender: { id: 'D-ST', name: '食堂' },
    body: link({
      title: '下周带量食谱',
      content: `${w.day(3)}起执行，过敏学生名单有变动的请班主任${w.day(1)}前告知。`,
      url: w.link('menu'),
      busiId: w.businessId,
      // A server that nobody looks after any more.
      picture: `http://pic.wuhan-school.example/menu/${w.businessId}.jpg`,
    }),
  }),
];
