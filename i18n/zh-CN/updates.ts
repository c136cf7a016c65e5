/** New versions of the app. */
export const updates = {
  title: '更新',
  off: {
    'no-key': '这个版本不会自动检查更新；新版本请向学校的信息管理员索取。',
    'no-address': '学校没有为这台电脑设置更新，新版本由信息管理员安装。',
  },
  newest: '已是最新版本。',
  notYet: '这次打开后还没有检查过。',
  checked: (ago: string) => `${ago}检查过`,
  later: (version: string) => `新版本 ${version} 正在分批发放，稍后会轮到这台电脑。`,
  check: '检查更新',
  checking: '正在检查更新…',
  offered: (version: string, megabytes: string) =>
    `新版本 ${version} 可以下载（${megabytes} MB）。`,
  offeredHint: '下载时可以照常使用；下载好后，由您决定什么时候安装。',
  download: '下载',
  announced: (version: string) => `新版本 ${version} 已发布。`,
  announcedHint: (host: string) =>
    `这台电脑上的教师工作台由信息管理员更新，请联系他们（更新服务器：${host}）。`,
  downloading: (version: string) => `正在下载 ${version}`,
  received: (done: string, all: string) => `已下载 ${done} MB，共 ${all} MB`,
  cancel: '取消下载',
  ready: (version: string) => `新版本 ${version} 已下载，并核对无误。`,
  readyHint: '安装时程序会关闭，然后自动打开新版本。',
  install: '重启并安装',
  waiting: '有新版本',
};
