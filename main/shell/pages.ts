/**
 * Our own pages, at app://staffroom/: a protocol of ours instead of file://, so that pages have one
 * origin, no access to other files, and their content security policy as a header.
 */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { CustomScheme, Session } from 'electron';
import type { Boot } from '../../preload/contract';

const scheme = 'app';
export const pagesOrigin = `${scheme}://staffroom`;
export type PageName = 'index' | 'login';
export const pageUrl = (page: PageName): string => `${pagesOrigin}/${page}.html`;

export const pagesScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, codeCache: true },
};

/** `data:` for pictures alone: the style library draws ticks and arrows with it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: media:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of ours has a plain name: nothing that could climb out of the folder. */
const plainPath = /^\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/;

/** Serves `folder` to pages of `session`; `boot` is asked anew for each page. */
export function servePages(session: Session, folder: string, boot: () => Boot): void {
  session.protocol.handle(scheme, async (request) => {
    const { origin, pathname } = originAndPath(request.url);
    const contentType = contentTypes[extname(pathname)];
    if (request.method !== 'GET' || origin !== pagesOrigin || contentType === undefined) {
      return notFound();
    }
    if (!plainPath.test(pathname)) return notFound();
    const file = await readFile(join(folder, pathname)).catch(() => null);
    if (file === null) return notFound();
    const isPage = extname(pathname) === '.html';
    return new Response(isPage ? withBoot(file.toString('utf8'), boot()) : file, {
      headers: {
        'Content-Type': contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      },
    });
  });
}

/** `URL.origin` is the text "null" for a scheme that only Chromium knows to be standard. */
function originAndPath(address: string): { readonly origin: string; readonly pathname: string } {
  const { protocol: urlScheme, host, pathname } = new URL(address);
  return { origin: `${urlScheme}//${host}`, pathname };
}

export const isPageOfOurs = (address: string): boolean =>
  URL.canParse(address) && originAndPath(address).origin === pagesOrigin;

const notFound = () => new Response(null, { status: 404 });

/** The first paint is in the right language without asking. `<` could end the script element. */
function withBoot(html: string, boot: Boot): string {
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return html
    .replace(/(<script type="application\/json" id="boot">)[^<]*/, (_all, tag) => `${tag}${json}`)
    .replace(/<html lang="[^"]*"/, `<html lang="${boot.language}"`);
}
