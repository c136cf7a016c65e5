/** What the settings reach of the system around the app. */
/** What the button for a try in the settings shows. */
export const testNotice = {
  title: '测试通知',
  body: '能看到这条，说明新消息通知可以正常显示。',
};

/** A file that was found broken when the app started. */
export const setAside = {
  what: {
    settings: '设置文件已损坏，已恢复默认设置',
    profile: '个人资料的缓存已损坏，将重新读取',
  },
  moved: (name: string) => [`损坏的文件没有删除，已改名为 ${name}。`],
  left: (name: string) => [
    `损坏的文件 ${name} 没有删除，但也移不开。它还在的时候，新的改动只保留到退出程序为止。`,
    '请把文件名告诉管理员。',
  ],
};

/** The form for a proxy that wants a password. */
export const proxyPassword = {
  title: '网络代理需要登录',
  asks: (proxy: string) => `代理服务器 ${proxy} 要求用户名和密码。这不是教育云的账号。`,
  wrong: '用户名或密码不正确，请再输一次。',
  user: '用户名',
  password: '密码',
  keep: '记住，保存在这台电脑的系统钥匙串里',
  cancel: '取消',
  send: '登录代理',
};

/** "Forget this computer": everything goes. */
export const forget = {
  title: '清除这台电脑上的数据',
  short: '换电脑、交还电脑前，可以把本程序在这台电脑上保存的内容全部删除。',
  button: '全部清除…',
  removes: '以下内容会从这台电脑上删除，不能恢复：',
  removed: [
    '登录信息，以及本程序存入系统钥匙串的其他内容（应用密钥、代理密码）',
    '保存的消息、图片和个人资料',
    '自己选择的部署文件',
    '全部设置和开机启动项',
    '运行日志',
  ],
  afterwards: '清除后，程序会重新打开，回到首次使用时的页面。平台上的消息和资料不受影响。',
  machineStays: '管理员安装在这台电脑上的部署文件会保留。',
  cancel: '取消',
  confirm: '全部清除',
  failed: '没能清除',
};
