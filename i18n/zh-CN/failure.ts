import type { Failure } from '../../preload/contract';
import type { TellFailure } from '../words';
import { expected } from './deployment';

const megabyte = 1024 * 1024;
const notUsed = '收到的内容没有采用，原有内容不变。';
const askAdministrator = '一直这样的话，请联系学校的网络管理员。';

const issuedBy = (issuer: string | null) => (issuer === null ? '' : `，签发者：${issuer}`);

const refusedHow = {
  refused: (host: string) => `${host} 拒绝了连接。`,
  reset: (host: string) => `与 ${host} 的连接中断了。`,
  unreachable: (host: string) => `现在的网络无法连接 ${host}。`,
};

const notReady = {
  deployment: { what: '还没有选择部署文件。', can: '请先选择学校或教育局发的部署文件。' },
  consent: {
    what: '还没有同意在这台电脑上保存数据。',
    can: '请在登录页点“登录教育云”，看过说明后同意。',
  },
  'sign-in': { what: '还没有登录。', can: '请先登录。' },
  feed: {
    what: '学校没有开通消息列表。',
    can: '仍可按编号标记消息；想在这里看消息，请联系学校的管理员。',
  },
  update: { what: '没有可以下载或安装的更新。', can: '请先检查更新。' },
};

const tellIt = '请把这句话告诉学校的信息管理员。';
const nothingFetched = '为了安全，什么也没有下载，现在的版本可以照常使用。';
const fetchedRemoved = '下载的内容已删除，现在的版本可以照常使用。';

const updateRefused = {
  absent: {
    what: '更新服务器上没有适用于这种系统的更新说明。',
    done: null,
    can: tellIt,
  },
  unsigned: {
    what: '更新说明没有用本程序认可的密钥签名，可能是伪造的。',
    done: nothingFetched,
    can: tellIt,
  },
  unusable: {
    what: '更新说明签名无误，但内容无法使用，或没有适用于这台电脑的文件。',
    done: nothingFetched,
    can: tellIt,
  },
  older: {
    what: '更新服务器提供的版本比现在的还旧。',
    done: nothingFetched,
    can: tellIt,
  },
  elsewhere: {
    what: '更新服务器把请求转到了别的地址。',
    done: nothingFetched,
    can: `网络可能需要先登录（认证）；仍然这样的话，${tellIt}`,
  },
  damaged: {
    what: '下载到的文件与更新说明不符。',
    done: fetchedRemoved,
    can: `可以再下载一次；仍然这样的话，${tellIt}`,
  },
  incomplete: {
    what: '下载中断了。',
    done: fetchedRemoved,
    can: '网络稳定后请再下载一次，会从头开始。',
  },
  'no-room': {
    what: '硬盘空间不够，放不下新版本。',
    done: fetchedRemoved,
    can: '请清理一些空间，再下载一次。',
  },
};

const fileNotWritten = {
  'no-room': { what: '保存位置的空间不够。', can: '请清理一些空间，或换一个位置保存。' },
  'not-allowed': {
    what: '您没有在那里保存文件的权限。',
    can: '请换一个位置保存，例如“文档”文件夹。',
  },
  gone: {
    what: '那个文件夹已经不在了，或者磁盘已断开。',
    can: '请检查 U 盘或网络磁盘，或换一个位置保存。',
  },
  other: { what: '文件没能保存到那里。', can: '请换一个位置保存。' },
};

const keychain = {
  locked: {
    what: '系统钥匙串已锁定，无法读取保存的登录信息。',
    can: '请先解锁钥匙串（通常用开机密码），再重试。',
  },
  unavailable: {
    what: '这台电脑没有可用的系统钥匙串，无法安全保存登录信息。',
    can: '可以照常使用，退出程序后需要重新登录。',
  },
};

const pictureNotShown = {
  'not-https': (host: string) => `图片不是经加密连接（https）提供的${inBrackets(host)}。`,
  credentials: (host: string) => `图片的地址里带着账号或密码${inBrackets(host)}。`,
  'private-address': (host: string) => `图片的地址指向这台电脑或内部网络${inBrackets(host)}。`,
  'not-a-picture': (host: string) =>
    `收到的不是完好的 JPG、PNG、GIF 或 WebP 图片${inBrackets(host)}。`,
  redirects: (host: string) => `图片的地址一再跳转，始终没有得到图片${inBrackets(host)}。`,
};

const inBrackets = (host: string) => (host === '' ? '' : `（${host}）`);

export const tellFailure: TellFailure = (failure: Failure) => {
  switch (failure.kind) {
    case 'offline':
      return { what: '电脑没有连上网络。', done: null, can: '请检查网线或无线网络。' };
    case 'timeout':
      return {
        what: `等了 ${Math.round(failure.afterMs / 1000)} 秒，${failure.host} 还没有回应。`,
        done: '已停止等待。',
        can: `请稍后再试。${askAdministrator}`,
      };
    case 'dns':
      return {
        what: `找不到 ${failure.host} 这个地址。`,
        done: null,
        can: '请检查网络；在校外时，可能要先连接学校的 VPN。',
      };
    case 'refused':
      return {
        what: refusedHow[failure.how](failure.host),
        done: null,
        can: `请稍后再试。${askAdministrator}`,
      };
    case 'proxy':
      return {
        what: '连不上网络代理服务器。',
        done: null,
        can: '请检查代理设置，或联系学校的网络管理员。',
      };
    case 'proxy-password':
      return {
        what: '网络代理服务器要求用户名和密码，但没有填写，或填写得不正确。',
        done: null,
        can: '重试时可以再次填写；用户名和密码请咨询学校的网络管理员。',
      };
    case 'tls':
      return {
        what: `${failure.host} 的安全证书有问题（${failure.reason}${issuedBy(failure.issuer)}），不能确认对方的身份。`,
        done: '为了安全，什么也没有发送。',
        can: '请检查电脑的日期和时间；所在网络要先认证才能上网时，也会这样。仍然不行的话，请联系网络管理员，不要在这里输入密码。',
      };
    case 'not-the-platform':
      return {
        what: `回应的不是教育云平台（${failure.host}）：这个网络可能需要先登录（认证）。`,
        done: notUsed,
        can: '请在浏览器中打开认证页，完成上网认证，再重试。',
      };
    case 'http-status':
      return {
        what: `${failure.host} 没有接受这次请求（HTTP ${failure.status}）。`,
        done: null,
        can: '请稍后再试；一直这样的话，请把括号里的数字告诉管理员。',
      };
    case 'server':
      return {
        what: `平台 ${failure.host} 出了故障（HTTP ${failure.status}）。`,
        done: null,
        can: '问题在平台一方，请稍后再试。',
      };
    case 'rejected':
      return {
        what: failure.text
          ? `平台没有接受：${failure.text}（代码 ${failure.code}）。`
          : `平台没有接受，也没有说明原因（代码 ${failure.code}）。`,
        done: null,
        can: '请稍后再试；一直这样的话，请把代码告诉管理员。',
      };
    case 'malformed':
      return {
        what: `平台返回的内容有误，无法使用（${failure.field}：${failure.problem}）。`,
        done: notUsed,
        can: '请把括号里的内容告诉管理员。',
      };
    case 'too-large':
      return {
        what: `${failure.host} 返回的内容太大，超过了 ${failure.limitBytes / megabyte} MB。`,
        done: notUsed,
        can: '请告诉管理员。',
      };
    case 'keychain':
      return { ...keychain[failure.problem], done: '登录信息没有改存到别处。' };
    case 'no-app-key':
      return {
        what: '系统钥匙串里没有应用密钥，或者钥匙串已锁定。',
        done: null,
        can: '请先解锁钥匙串再重试；仍然这样的话，请重新导入部署文件。',
      };
    case 'storage':
      return {
        what: '内容没能写进这台电脑的硬盘。',
        done: null,
        can: '请检查硬盘是否已满。',
      };
    case 'locked-by-policy':
      return {
        what: '这项设置由学校管理，不能在这里修改。',
        done: null,
        can: '需要改动的话，请联系学校的管理员。',
      };
    case 'not-forgotten':
      return {
        what: '系统钥匙串已锁定，无法删除里面保存的内容。',
        done: '什么都没有删除。',
        can: '请先解锁钥匙串（通常用开机密码），再试一次。',
      };
    case 'file':
      return { ...fileNotWritten[failure.why], done: '那里没有留下写了一半的文件。' };
    case 'cancelled':
      return { what: '已取消。', done: null, can: null };
    case 'invalid-argument':
      return {
        what: `程序没有接受这次操作（${failure.argument}）。`,
        done: '什么也没有改动。',
        can: '请把括号里的内容告诉管理员。',
      };
    case 'picture':
      return {
        what: pictureNotShown[failure.why](failure.host),
        done: '为了安全，没有显示。',
        can: '需要的话，请在浏览器中查看，或告诉发消息的人。',
      };
    case 'update':
      return updateRefused[failure.why];
    case 'wrong-person':
      return {
        what: '登录页返回的会话与刚才登录的账号不一致。',
        done: '为了安全，这次登录已作废。',
        can: '请重新登录；再出现的话，请告诉管理员。',
      };
    case 'no-file-manager':
      return {
        what: '系统没能打开文件夹。',
        done: null,
        can: '可以自己在文件管理器中打开上面写的位置。',
      };
    case 'no-browser':
      return {
        what: '系统没能打开浏览器。',
        done: null,
        can: '请检查电脑上是否设置了默认浏览器。',
      };
    case 'fixed-deployment':
      return {
        what:
          failure.by === 'machine'
            ? '这台电脑的部署文件由管理员统一设置，优先于其他任何文件。'
            : '程序启动时已指定了部署文件，优先于其他任何文件。',
        done: '没有采用新的文件。',
        can: '需要更换的话，请联系管理员。',
      };
    case 'internal':
      return {
        what: '程序内部出了错。',
        done: '详细情况已记入日志。',
        can: '请再试一次；一直这样的话，请告诉管理员。',
      };
    case 'wrong-file': {
      const [first] = failure.problems;
      const field = first?.field || '整个文件';
      return {
        what: first
          ? `这个文件不是可用的部署文件：${field} 应当是${expected[first.expected]}。`
          : '这个文件不是可用的部署文件。',
        done: '没有采用这个文件。',
        can: '请把这句话转给发文件的管理员。',
      };
    }
    case 'not-ready':
      return { ...notReady[failure.needs], done: null };
  }
};
