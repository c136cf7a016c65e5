import type { SessionState } from '../../preload/contract';
import { session } from './session';

const appName = '教师工作台';
const unread = (count: number) => (count === 0 ? '没有未读消息' : `${count} 条未读消息`);

export const app = {
  name: appName,
  windowTitle: (unread: number) => (unread === 0 ? appName : `(${unread}) ${appName}`),
};

export const tray = {
  tooltip: (now: { state: SessionState['kind']; unread: number }) =>
    [appName, session.state[now.state], ...(now.unread > 0 ? [unread(now.unread)] : [])].join(
      ' · ',
    ),
  unread,
  open: `打开${appName}`,
  signIn: '登录教育云',
  signInAgain: '重新登录',
  signOut: '退出登录',
  quit: `退出${appName}`,
};

export const menu = {
  about: `关于${appName}`,
  services: '服务',
  hide: `隐藏${appName}`,
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  settings: '设置…',
  quit: `退出${appName}`,
  file: '文件',
  closeWindow: '关闭窗口',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '显示',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  window: '窗口',
  minimize: '最小化',
  zoom: '缩放',
  allToFront: '前置全部窗口',
  help: '帮助',
};

/** The login window. */
export const login = {
  windowTitle: '登录教育云',
  noMoreDialogs: '不再让这个页面弹出提示',
  passwordGoesTo: '密码只提交给',
  encrypted: '连接已加密',
  notEncrypted: '连接未加密',
  opening: '正在打开登录页…',
  shown: '请在下面的页面登录',
  finishing: '正在完成登录…',
  failed: '登录页没有打开',
  retry: '重试',
  cancel: '取消登录',
};

/** Notices of the system's for new messages. */
export const newMessages = {
  count: (count: number) => `${count} 条新消息`,
  from: (senders: string) => `来自${senders}`,
  fromAmongOthers: (senders: string) => `来自${senders}等`,
  noTitle: '（没有标题）',
};

export const nav = {
  label: '主导航',
  messages: '消息',
  organisations: '组织',
  profile: '个人资料',
  settings: '设置',
  unread,
};

export const notice = {
  label: '提示',
  close: '关闭',
  starting: '正在打开…',
  startFailed: '没能读取当前状态',
};

export const settings = {
  title: '设置',
  appearance: '外观与语言',
  language: '语言',
  theme: '主题',
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
  failed: '没能保存设置',
  managed: '由学校管理。',
  lockedSettings: '由学校管理的设置',
  textSize: '文字大小',
  textSizeHelp: '整个界面一起放大。',
  textSizeOf: (percent: number) => (percent === 100 ? '标准' : `放大到 ${percent}%`),
  testNotice: '发一条测试通知',
  testNoticeHelp: '看看这台电脑能不能弹出通知。',
  startAndClose: '启动与关闭',
  launchAtLogin: '开机后自动启动',
  launchAtLoginIn: { off: '不启动', shown: '启动并打开窗口', hidden: '启动后只显示在托盘' },
  closing: '关闭窗口时',
  closingHelp: '留在托盘时，新消息照常通知；桌面没有托盘时，关闭窗口就会退出。',
  closingIn: { on: '留在托盘', off: '退出程序' },
  network: '网络',
  proxy: '网络代理',
  proxyHelp: '不确定的话，请保持“跟随系统”。',
  proxyIn: { system: '跟随系统', none: '不使用', manual: '手动填写' },
  proxyHost: '代理服务器',
  proxyHostTitle: '只填主机名或 IP 地址，不带 http:// 和端口',
  proxyPort: '端口',
  proxyUse: '使用这个代理',
  proxySet: (proxy: string) => `已改用代理 ${proxy}`,
  messages: '消息',
  markRead: '打开消息后标为已读',
  markReadAfter: (seconds: number | null) =>
    seconds === null ? '只手动标记' : seconds === 0 ? '立即' : `${seconds} 秒后`,
  notifications: '新消息通知',
  notificationsIn: { on: '开启', off: '关闭' },
  quietHours: '免打扰',
  quietHoursIn: { on: '每天固定时段', off: '不设' },
  quietFrom: '从',
  quietTo: '到',
  /** The end lies on the day after. */
  quietToNextDay: '到次日',
  quietMeaning: '这段时间不弹出通知，未读数照常更新。',
  platform: '平台',
  deploymentName: '名称',
  loginHost: '登录页',
  gatewayHost: '平台接口',
  source: '部署文件来自',
  sources: { machine: '这台电脑（由管理员安装）', environment: '启动时指定', imported: '自己选择' },
  account: '账号',
  signedInAs: (name: string) => `当前登录：${name}`,
  about: '关于',
  version: '版本',
};
