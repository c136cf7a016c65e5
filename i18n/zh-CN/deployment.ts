import type { DeploymentExpectation } from '../../preload/contract';

/** What a field should have held, as said to whoever wrote the file. */
export const expected: Record<DeploymentExpectation, string> = {
  'readable-file': '可以读取的文件',
  'administrators-only': '只有管理员能修改的文件和文件夹',
  'readable-rights': '访问权限可以查明的文件（Windows 没有给出它的权限）',
  'small-file': '不超过 256 KB 的文件',
  json: '正确的 JSON',
  'schema-1': '数字 1',
  'known-preset': '文档中列出的预设名称',
  'https-address': 'https 开头的网址',
  'web-address': 'https 或 http 开头的网址',
  'app-key-or-broker': '应用密钥；没有密钥时，填写 app.accessTokenUrl',
  text: '一段文字，不能为空',
  id: '1 到 64 个字母、数字、点、横线或下划线，末尾不能是点，不能是 Windows 的设备名',
  list: '用方括号括起来的列表',
  'yes-or-no': 'true 或 false',
  'heartbeat-seconds': '30 到 86400 之间的整数（秒）',
  seconds: '1 到 86400 之间的整数（秒）',
  'idle-minutes': '1 到 120 之间的整数（分钟）',
  'mark-read-delay': '0 到 60 之间的整数（秒），或 null',
  'quiet-hours': '{ "from": "22:00", "to": "07:00" } 这样的两个时刻，或 null',
  proxy: '"system"、"none"，或 { "host": "proxy.example", "port": 8080 }',
  'one-of-the-documented': '文档中列出的取值之一',
  object: '用花括号括起来的一组字段',
};

/** The system's own window for choosing a deployment file. */
export const deployment = {
  importTitle: '选择部署文件',
  importButton: '选择',
  fileKind: '部署文件',
};

export const firstRun = {
  noneTitle: '还没有部署文件',
  none: '部署文件告诉本程序连接哪个教育云平台，由学校或教育局的信息管理员发放。可以选择文件，也可以把文件拖进这个窗口。',
  lookedAt: '已在这些位置找过',
  wrongTitle: '部署文件有误',
  wrong: '找到了下面的文件，但不能使用。请把这些内容转给发文件的管理员。',
  file: '文件',
  field: '字段',
  shouldBe: '应当是',
  wholeFile: '整个文件',
  expected,
  choose: '选择部署文件…',
};
