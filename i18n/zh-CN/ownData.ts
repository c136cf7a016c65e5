export const ownData = {
  button: '导出我的数据…',
  title: '导出我的数据',
  holds: '保存为一个 JSON 文件，里面有：',
  held: [
    '您的个人资料、组织和权限',
    '这台电脑上保存的全部消息',
    '还没有发送到平台的标记',
    '您的设置',
  ],
  holdsNot: '文件里没有密码、令牌和密钥。',
  /** Also in the system's own dialog. */
  readable: '文件没有加密，拿到它的人都能读，请妥善保管。',
  choose: '选择保存位置…',
  cancel: '取消',
  saving: '正在导出…',
  saved: '您的数据已导出',
  failed: '没能导出您的数据',
  fileName: (day: string) => `教师工作台-我的数据-${day}.json`,
  fileKind: 'JSON 文件',
};
