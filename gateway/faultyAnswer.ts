import type { CallName } from './callTable';
import { envelope, refusals } from './envelope';
import type { Fault } from './faults';
import { mergePatch } from './mergePatch';

const html = { 'Content-Type': 'text/html; charset=utf-8' };

const badGatewayPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>
</html>
`;

const captivePortalPage = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>校园无线网络认证</title></head>
<body>
<h1>校园无线网络认证</h1>
<form action="/portal/login" method="post">
<input name="user"><input name="pwd" type="password"><button>上网</button>
</form>
</body>
</html>
`;

/** What answers in the platform's place; undefined for a fault that lets the platform answer. */
export function standIn(fault: Fault, call: CallName): Response | 'reset' | undefined {
  switch (fault.kind) {
    case 'reset':
      return fault.after === 'work' ? undefined : 'reset';
    case 'bad-gateway':
      return new Response(badGatewayPage, { status: 502, headers: html });
    case 'captive-portal':
      return new Response(captivePortalPage, { status: 200, headers: html });
    case 'token-refused':
      return Response.json(envelope(call, refusals['access-token']), {
        status: fault.how === 'http-401' ? 401 : 200,
      });
    case 'envelope':
      return Response.json(envelope(call, fault));
    case 'status':
      return new Response(bodyless.has(fault.status) ? null : (fault.body ?? ''), {
        status: fault.status,
        headers: { 'Content-Type': fault.contentType ?? 'text/plain; charset=utf-8' },
      });
    default:
      return undefined;
  }
}

/** A response with one of these may hold no body (Fetch standard, "null body status"). */
const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);

/** The platform's own answer, as the faults change it: first what it says, then its bytes. */
export async function altered(answer: Response, faults: readonly Fault[]): Promise<Response> {
  if (faults.length === 0) return answer;
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
  const sent = Buffer.from(await answer.arrayBuffer());
  const said = isJson
    ? Buffer.from(JSON.stringify(faults.reduce(changedJson, JSON.parse(sent.toString()))))
    : sent;
  return new Response(new Uint8Array(faults.reduce(changedBytes, said)), answer);
}

function changedJson(json: unknown, fault: Fault): unknown {
  switch (fault.kind) {
    case 'renamed':
      return eachField(json, (name, value) => [fault.names[name] ?? name, value]);
    case 'numbers-as-strings':
      return eachField(json, (name, value) => [
        name,
        typeof value === 'number' ? String(value) : value,
      ]);
    case 'strings-as-numbers':
      return eachField(json, (name, value) => [name, isDecimal(value) ? Number(value) : value]);
    case 'emptied':
      return eachField(json, (name, value) => [name, fault.fields.includes(name) ? [] : value]);
    case 'in-seconds':
      return eachField(json, (name, value) => [
        name,
        fault.fields.includes(name) ? Math.floor(Number(value) / 1000) : value,
      ]);
    case 'merged':
      return mergePatch(json, fault.patch);
    default:
      return json;
  }
}

function changedBytes(bytes: Buffer, fault: Fault): Buffer {
  switch (fault.kind) {
    case 'empty':
      return Buffer.alloc(0);
    case 'truncated':
      return bytes.subarray(0, Math.floor(bytes.length / 2));
    case 'oversized':
      // White space after a JSON text belongs to it (RFC 8259, section 2).
      return Buffer.concat([bytes, Buffer.alloc(Math.max(0, fault.bytes - bytes.length), ' ')]);
    default:
      return bytes;
  }
}

type Field = readonly [name: string, value: unknown];

/** Every field, however deep, as `change` gives it; items of lists have the list's own name. */
function eachField(json: unknown, change: (name: string, value: unknown) => Field): unknown {
  const inside = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => inside(name, change(name, item)[1]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, content]) => {
        const [newName, newContent] = change(field, content);
        return [newName, inside(field, newContent)];
      }),
    );
  };
  return inside('', json);
}

/** Not `000000`: as a number that would be another code. */
function isDecimal(value: unknown): boolean {
  return typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value);
}
