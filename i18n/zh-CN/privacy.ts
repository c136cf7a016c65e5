import {
  logLimit,
  picturesLimit,
  type StoredUntil,
  type StoredWhat,
  unusedDays,
} from '../../preload/stored';

/** The list of what is stored on this computer. */
export const stored = {
  label: '这台电脑上保存了哪些内容',
  what: '内容',
  where: '保存位置',
  until: '保留期限',
  things: {
    'sign-in': '登录信息（令牌、会话和解密用的密钥）',
    profile: '个人资料和组织',
    messages: '消息，以及还没发送的已读和未读标记',
    pictures: `消息里的图片和您的头像，最多 ${picturesLimit} MB`,
    cookies: '登录页的 Cookie',
    'app-key': '导入的部署文件中的应用密钥',
    'proxy-password': '代理服务器的用户名和密码（选择记住时）',
    deployment: '导入的部署文件',
    settings: '设置和您的选择',
    updates: '下载的新版本，以及决定第几批收到更新的随机编号（不会发送）',
    log: '运行日志，不含姓名和消息内容',
    runtime: '界面自身的缓存，不含您的内容',
  } satisfies Record<StoredWhat, string>,
  keychain: '系统钥匙串',
  memory: '只在内存中',
  sealed: '加密',
  clear: '不加密',
  inFolder: (names: string, form: string) => `${names}（${form}）`,
  andOthers: (first: string) => `${first} 等`,
  untilWhen: {
    'sign-out': '退出登录时删除',
    'sign-out-or-unused': `退出登录时删除；${unusedDays} 天没有打开也会删除`,
    quit: '退出程序或退出登录时删除',
    full: `满 ${logLimit} MB 后覆盖旧内容`,
    removed: '一直保留，直到您删除',
  } satisfies Record<StoredUntil, string>,
};

/** Before the first sign-in on a computer of one's own. */
export const consent = {
  title: '登录前请了解',
  short: [
    '登录后，您的资料、消息和图片会加密保存到这台电脑上，下次打开更快，断网时也能看。',
    `退出登录时全部删除；${unusedDays} 天没有打开，也会自动删除。`,
    '密码只在登录页输入，不会保存到这台电脑上。',
  ],
  details: '查看详细清单',
  sharedHint: '多人共用这台电脑？请先取消，再打开“公用电脑”。',
  agree: '同意并登录',
  cancel: '取消',
};

export const sharing = {
  label: '公用电脑',
  meaning: (minutes: number) =>
    `不在这台电脑上留下您的内容；退出程序，或者 ${minutes} 分钟没有人使用时，会自动退出登录。`,
  setBySchool: '由学校管理',
  leaving: (seconds: number) => `没有人在使用，${seconds} 秒后退出登录。`,
  leavingHint: '动一下鼠标或按任意键，就不会退出。',
  stay: '继续使用',
  left: (minutes: number) => `${minutes} 分钟没有人使用，已退出登录。`,
};

export const about = {
  title: '关于与帮助',
  open: '关于与帮助',
  slogan: '区域教育云的教师桌面客户端',
  version: '版本',
  system: '系统',

  helpTitle: '遇到问题时',
  help: [
    '先看窗口上方的提示：它会说明发生了什么、该怎么办。',
    '没有解决时，请联系学校或教育局的信息管理员，并附上诊断报告。报告里没有密码、姓名和消息。',
  ],
  platform: (name: string, host: string) => `连接的平台是“${name}”（${host}）。`,

  keysTitle: '键盘快捷键',
  keysWhere: '在消息页使用',
  key: '按键',
  does: '作用',
  keys: {
    next: '打开下一条消息',
    previous: '打开上一条消息',
    read: '标为已读',
    unread: '标为未读',
    search: '搜索',
    all: '全选',
    undo: '撤销刚才的标记',
    none: '取消选择',
  },

  folder: '数据文件夹',
  showFolder: '打开文件夹',
  folderFailed: '没能打开文件夹',

  licenceTitle: '许可',
  licence: '教师工作台以 MIT 许可发布，可以免费使用、修改和分发。',
  runtimeLicence:
    '窗口由 Electron 和 Chromium 显示；Chromium 各部分的许可在程序所在文件夹的 LICENSES.chromium.html 中。',
  packages: '所用软件包的许可',
  reading: '正在读取许可…',
  readFailed: '没能读取许可',
};
