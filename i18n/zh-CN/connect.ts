import type { DeploymentPart, PartChecked, Preset } from '../../preload/contract';

/** What the platform's documents name a gateway for. */
const documentedFor: Record<Preset['documentedFor'], string> = {
  heartbeat: '心跳',
  person: '用户信息',
  marks: '消息标记',
  'oauth-token': '换取令牌',
};

const parts: Record<DeploymentPart, string> = {
  'access-token': '平台接口和应用密钥',
  'login-ticket': '登录凭证',
  'login-page': '登录页',
  feed: '消息列表',
  'message-gateway': '消息接口',
};

const states: Record<PartChecked['state']['kind'], string> = {
  waiting: '等待检查',
  trying: '正在检查…',
  works: '正常',
  'not-tried': '没有检查',
  failed: '没有通过',
};

/** Typing a deployment in, on the first-run page. */
export const connect = {
  title: '自己填写',
  hint: '没有文件时，由信息管理员按平台发放的资料填写。',
  preset: '平台',
  presetOther: '其他平台（自己填写网址）',
  presetNamed: (host: string, call: string) => `${host}（文档列明：${call}）`,
  presetMeaning:
    '这些接口地址取自平台文档，文档只为每个地址列出一项用途；其余用途能否使用，点“检查”后即可知道。',
  documentedFor,
  name: '学校或平台名称',
  nameHint: '显示在登录页上',
  gateway: '平台接口网址',
  gatewayHint: '以 https 开头，由平台提供',
  appId: '应用编号（appId）',
  appIdHint: '向平台申请应用时得到',
  key: '访问令牌来自',
  keys: { appKey: '应用密钥（appKey）', broker: '学校的令牌服务' },
  appKey: '应用密钥（appKey）',
  appKeyHint: '只存入系统钥匙串，不写进文件',
  accessTokenUrl: '令牌服务网址（accessTokenUrl）',
  accessTokenUrlHint: '由学校架设，密钥不必放到每台电脑上',
  loginPage: '登录页网址',
  loginPageHint: '不填时为平台接口网址加 /bmp-oauth',
  redirectUri: '登记的回调网址',
  redirectUriHint: '向平台登记的地址；只在本机识别，不会打开',
  feedUrl: '消息列表网址',
  feedUrlHint: '不填时只能按编号标记消息',
  messageGateway: '消息接口网址',
  messageGatewayHint: '不填时与平台接口相同',
  optional: '选填',
  shouldBe: (expected: string) => `应填：${expected}`,
  check: '检查',
  checkAgain: '重新检查',
  cancelCheck: '停止检查',
  checks: '检查结果',
  parts,
  states,
  allWork: '各项都正常。',
  someFailed: (n: number) => `有 ${n} 项没有通过，仍可保存，以后再改。`,
  save: '保存并开始使用',
};

/** A deployment that waits for the person's word. */
export const proposal = {
  linkTitle: '从链接获取部署文件？',
  link: (host: string) => `有链接要求从 ${host} 获取部署文件。`,
  linkMeaning:
    '部署文件决定本程序连接哪个平台、您在哪个登录页输入密码。请确认链接来自学校或教育局，再继续。获取后会再问您一次，同意后才会采用。',
  fetch: '获取文件',
  fetching: (host: string) => `正在从 ${host} 获取部署文件…`,
  title: '采用这个部署文件？',
  replaceTitle: '更换部署文件？',
  name: '名称',
  gatewayHost: '平台接口',
  loginHost: '登录页',
  replaces: '现在使用的',
  replaced: (name: string, host: string) => `${name}（${host}）`,
  signsOut: '更换时会退出登录；这台电脑上保存的登录信息、个人资料、消息和图片都会删除。',
  unsent: (n: number) => `还有 ${n} 条标记没有发送到平台，更换后会丢失。`,
  withoutEffect: (fields: string) => `文件里只供管理员使用的设置（${fields}）在这里不起作用。`,
  use: '采用',
  replace: '更换',
  cancel: '取消',
  refusedTitle: '没能采用部署文件',
  close: '关闭',
  drop: '松开鼠标，导入部署文件',
};
