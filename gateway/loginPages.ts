import { html, raw } from 'hono/html';
import type { PracticePerson } from './people';

/** What `hono/html` makes: everything put in is escaped. */
export type Page = ReturnType<typeof html>;

/** The page belongs to the platform, not to the client: nothing of the client's design is here. */
const style = `
  * { box-sizing: border-box }
  body { margin: 0; background: #eef2f7; color: #1f2933;
    font: 15px/1.6 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif }
  header { background: #1a4f8b; color: #fff; padding: 14px 24px; font-size: 17px }
  main { max-width: 400px; margin: 32px auto; padding: 0 16px }
  .card { background: #fff; border: 1px solid #d6dee8; border-radius: 6px; padding: 24px }
  h1 { font-size: 19px; margin: 0 0 16px }
  label { display: block; margin-bottom: 12px }
  input { display: block; width: 100%; padding: 8px 10px; font: inherit;
    border: 1px solid #7b8794; border-radius: 4px }
  button { font: inherit; cursor: pointer; border-radius: 4px }
  button.go { width: 100%; padding: 9px; border: 0; background: #1a4f8b; color: #fff }
  [role=alert] { color: #b3261e; margin: 0 0 12px }
  section { margin-top: 20px; font-size: 13px; color: #52606d }
  section h2 { font-size: 13px; margin: 0 0 4px }
  section button { width: 100%; text-align: left; margin-top: 6px; padding: 6px 10px;
    border: 1px solid #d6dee8; background: #fff; color: inherit }
`;

function page(title: string, content: Page): Page {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>练习教育云 · 统一身份认证</header>
<main>${content}</main>
</body>
</html>`;
}

interface SignIn {
  /** Good for sending the form once. */
  readonly form: string;
  readonly people: readonly PracticePerson[];
  readonly state:
    | { readonly kind: 'new' }
    | { readonly kind: 'wrong-password'; readonly account: string };
}

export function signInPage({ form, people, state }: SignIn): Page {
  const account = state.kind === 'wrong-password' ? state.account : '';
  const alert =
    state.kind === 'wrong-password' ? html`<p role="alert">账号或密码不正确，请重新输入。</p>` : '';
  const hints = people.map(
    (person) => html`<button type="button" data-account="${person.account}"
      data-password="${person.password}">${person.name}（${person.about}）<br>${person.account} / ${person.password}</button>`,
  );
  return page(
    '登录 - 练习教育云',
    html`<form class="card" method="post" action="/bmp-oauth">
<h1>账号登录</h1>
${alert}
<input type="hidden" name="form" value="${form}">
<label>账号<input name="account" value="${account}" autocomplete="username" required autofocus></label>
<label>密码<input name="password" type="password" autocomplete="current-password" required></label>
<button class="go" type="submit">登录</button>
</form>
<section>
<h2>练习账号（点一下即可填入）</h2>
${hints}
</section>
<script>
for (const hint of document.querySelectorAll('[data-account]')) {
  hint.addEventListener('click', () => {
    const { account, password } = document.forms[0].elements;
    account.value = hint.dataset.account;
    password.value = hint.dataset.password;
  });
}
</script>`,
  );
}

/** For platforms that leave their page by a script instead of a 302. */
export function leavingPage(target: string, by: 'script' | 'window-open'): Page {
  const address = raw(JSON.stringify(target).replaceAll('<', '\\u003c'));
  const leave =
    by === 'script' ? html`location.href = ${address}` : html`window.open(${address}, '_blank')`;
  return page(
    '登录成功 - 练习教育云',
    html`<div class="card"><h1>登录成功</h1><p>正在返回应用……</p></div>
<script>${leave};</script>`,
  );
}

export function refusalPage(text: string): Page {
  return page(
    '无法登录 - 练习教育云',
    html`<div class="card"><h1>无法登录</h1><p role="alert">${text}</p></div>`,
  );
}
