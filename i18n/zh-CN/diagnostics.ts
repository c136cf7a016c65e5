import type { Happening, SessionChange } from '../../preload/contract';

type Of<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

export const diagnostics = {
  title: '诊断',
  /** In Settings, and where nobody is signed in. */
  open: '查看诊断信息',
  about: '登录状态变化的记录，供学校或教育局的信息管理员查找问题。',
  back: '返回',
  refresh: '刷新',
  copy: '复制报告',
  save: '保存报告…',
  copied: '报告已复制',
  saved: '报告已保存',
  copyFailed: '没能复制报告',
  saveFailed: '没能保存报告',
  readFailed: '没能读取记录',
  fileName: (day: string) => `教师工作台诊断报告-${day}.txt`,
  fileKind: '文本文件',

  holdsTitle: '报告里有什么',
  holds: [
    '程序、Electron、Chromium 和系统的版本',
    '部署文件的名称和网址的主机名，以及设置了哪些可选项',
    '各项设置，现在的登录状态',
    '下面的事件记录和日志的末尾',
  ],
  holdsNot: '报告里没有密码、令牌和密钥，也没有您的姓名、资料和消息。',

  events: '最近的事件',
  none: '还没有事件',
  time: '时间',
  what: '事件',
  state: '之后的状态',
  times: (count: number) => `共 ${count} 次`,
  until: (moment: string) => `到 ${moment}`,

  rejected: (code: string) => `平台没有接受（代码 ${code}）。`,
  started: '程序已启动。',
  deploymentFound: {
    ready: '部署文件可用。',
    none: '没有找到部署文件。',
    wrong: '部署文件有误。',
  } satisfies Record<Of<'deployment'>['found'], string>,
  sessionChange: {
    found: '已读取上次保存的登录信息。',
    'keychain-locked': '没能读取上次保存的登录信息。',
    'sign-in-started': '打开了登录窗口。',
    'sign-in-ended': '登录没有完成。',
    'signed-in': '登录成功。',
    alive: '心跳正常。',
    gone: '平台表示会话已不存在（100000）。',
    'renewal-due': '登录即将到期，在后台更新。',
    displaced: '平台表示账号已在别处登录（110000）。',
    acknowledged: '已确认在别处登录的是本人。',
    unanswered: '心跳没有得到回应。',
    'signed-out': '已退出登录。',
  } satisfies Record<SessionChange, string>,
  keychain: {
    read: '没能读取系统钥匙串。',
    write: '没能写入系统钥匙串。',
    remove: '没能从系统钥匙串中删除内容。',
    probe: '系统钥匙串不可用。',
  } satisfies Record<Of<'keychain'>['action'], string>,
  notRefreshed: {
    profile: '没能更新个人资料。',
    feed: '没能更新消息。',
    marks: '没能把标记发送到平台，稍后再试。',
  } satisfies Record<Of<'refresh'>['of'], string>,
  power: {
    suspend: '电脑进入睡眠。',
    resume: '电脑已唤醒。',
  } satisfies Record<Of<'power'>['change'], string>,

  report: {
    title: '教师工作台诊断报告',
    versions: '版本',
    system: '系统',
    deployment: '部署文件',
    remembered: '已保存的登录',
    log: '日志末尾',
    yesNo: (is: 'yes' | 'no'): string => (is === 'yes' ? '有' : '没有'),
  },
};
