import type { SessionState } from '../../preload/contract';

type Kind = SessionState['kind'];

const state: Record<Kind, string> = {
  'signed-out': '未登录',
  'signing-in': '正在登录',
  checking: '正在确认登录',
  active: '已登录',
  renewing: '已登录',
  unreachable: '连接不上平台',
  expired: '登录已失效',
  displaced: '账号在别处登录',
  'no-session': '已登录，无法保持在线',
  'keychain-locked': '系统钥匙串已锁定',
};

export const session = {
  label: '登录状态',
  state,
  heartbeat: (ago: string) => `会话正常，心跳 ${ago}`,
  nextTry: (seconds: number) => (seconds > 0 ? `已登录；${seconds} 秒后重试` : '已登录；正在重试…'),
  detail: {
    'signed-out': '登录后可查看消息和组织',
    'signing-in': '请在登录窗口中完成',
    checking: '先显示上次保存的内容',
    renewing: '正在更新会话…',
    expired: '需要重新登录',
    displaced: '需要重新登录',
    'no-session': '平台没有返回会话',
    'keychain-locked': '解锁后才能继续',
  } satisfies Record<Exclude<Kind, 'active' | 'unreachable'>, string>,
  tryNow: '立即重试',
  /** Of a network that lets nobody through without one; not the platform's. */
  networkSignIn: '在浏览器中打开认证页',
  networkSignInFailed: '没能打开认证页',
  signIn: '登录',
  signInAgain: '重新登录',
  showLoginWindow: '显示登录窗口',
};

/** Each says what happened, what the app does, and what she can do. */
export const banner = {
  label: '登录状态提醒',
  unreachable: {
    what: (since: string) => `${since} 起连接不上平台。`,
    does: '显示的是上次保存的内容，连上后会自动更新。',
    doesAsOf: (moment: string) => `显示的是${moment} 的资料，连上后会自动更新。`,
    nextTry: (seconds: number) => (seconds > 0 ? `${seconds} 秒后自动重试。` : '正在重试…'),
  },
  stillAsOf: (moment: string) =>
    `下面是${moment} 的资料，不会再更新；标记会先保存，重新登录后再发送。`,
  expired: {
    what: '登录已失效。',
    does: '下面的内容仍可查看，但不会再更新；标记会先保存，重新登录后再发送。',
    can: '请重新登录。',
  },
  displaced: {
    what: '同一账号在别处登录，这里的登录已结束。',
    does: '下面的内容仍可查看，但不会再更新；标记会先保存，重新登录后再发送。',
    can: '可以重新登录；如果不是您本人，请尽快修改密码。',
    log: '在别处登录的记录',
    itWasMe: '是我本人登录的',
  },
  endsSoon: {
    what: (moment: string) => `这次登录的有效期到${moment}。`,
    past: '这次登录的有效期已过。',
    does: '到期前后都会继续保持在线，直到平台结束会话。',
    can: '方便时请重新登录一次。',
  },
  noSession: {
    what: '已登录，但平台没有返回会话，无法保持在线。',
    does: '消息和资料可以照常使用。',
    can: '一直这样的话，请告诉学校的管理员。',
  },
  keychainLocked: {
    what: '系统钥匙串已锁定，无法读取保存的登录信息。',
    does: '解锁之前不会连接平台。',
    can: '请先解锁钥匙串（通常用开机密码），再点“立即重试”。',
  },
  notRemembered: {
    what: '这次登录没能存进系统钥匙串。',
    does: '可以照常使用，但退出程序后需要重新登录。',
    can: '想让电脑记住登录，请联系管理员检查系统钥匙串。',
  },
};

export const signIn = {
  button: '登录教育云',
  waiting: '正在登录…',
  waitingHint: '请在登录窗口中完成；找不到窗口时，点“显示登录窗口”。',
  /** The host stands between the two. */
  hostBefore: '登录页由',
  hostAfter: '提供，请只在该页面输入密码。',
  failed: '上次登录没有成功',
  otherPlatform: '换一个平台',
};

export const signOut = {
  button: '退出登录',
  title: '退出登录？',
  removes: '这台电脑上会删除：',
  removed: [
    '登录信息（令牌和会话）',
    '保存的个人资料和组织',
    '保存的消息和图片',
    '登录页的 Cookie',
  ],
  stays: '平台上的消息和资料不受影响，部署文件也会保留。',
  unsent: (count: number) => `还有 ${count} 条标记没有发送到平台。`,
  unsentLost: '现在退出登录，这些标记会丢失。',
  cancel: '取消',
  failed: '没能退出登录',
  leftBehind: {
    what: '已退出登录，但登录信息没能从系统钥匙串删除。',
    why: { locked: '钥匙串已锁定。', unavailable: '钥匙串没有回应。' },
    does: '下次启动时会再删除一次。',
    can: '请先解锁钥匙串，再退出并重新打开本程序；一直这样的话，请告诉管理员。',
  },
};
