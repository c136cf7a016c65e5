/**
 * Our own pages, at app://staffroom/: a protocol of ours instead of file://, so that pages have one
 * origin, no access to other files, and their content security policy as a header.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { CustomScheme, ProtocolResponse, Session } from 'electron';
import type { Language } from '../../preload/contract';

const scheme = 'app';
export const pagesOrigin = `${scheme}://staffroom`;
export type PageName = 'index' | 'login';
export const pageUrl = (page: PageName): string => `${pagesOrigin}/${page}.html`;

export const pagesScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, codeCache: true },
};

/**
 * `data:` for pictures alone: the style library draws ticks and arrows with it. `styles` are the
 * hashes of what is written in the page itself.
 */
const contentSecurityPolicy = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styles}`,
    "img-src 'self' data: media:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A page's first paint waits for no file: the little style it needs is written in it. */
const policyFor = (html: string): string =>
  contentSecurityPolicy(
    [...html.matchAll(/<style>([^<]*)<\/style>/g)]
      .map(([, style = '']) => ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
      .join(''),
  );

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A file of ours has a plain name: nothing that could climb out of the folder. */
const plainPath = /^\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/;

/**
 * Serves `folder` to pages of `session`; a page is told the `language` it is to begin in, each time
 * that it is loaded. Answers are whole files, by the older of Electron's two ways: the newer one
 * (`protocol.handle`) loads an implementation of fetch first, 60 ms before the first paint. Ends when
 * the first page has been handed over.
 */
export function servePages(
  session: Session,
  folder: string,
  language: () => Language,
): Promise<void> {
  return new Promise((handedOver) => {
    session.protocol.registerBufferProtocol(scheme, (request, answer) => {
      const { origin, pathname } = originAndPath(request.url);
      const contentType = contentTypes[extname(pathname)];
      const isAsked =
        request.method === 'GET' && origin === pagesOrigin && plainPath.test(pathname);
      if (!isAsked || contentType === undefined) return answer(notFound);
      readFile(join(folder, pathname)).then(
        (file) => {
          answer(found(file, contentType, language()));
          handedOver();
        },
        () => answer(notFound),
      );
    });
  });
}

export const notFound: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

function found(file: Buffer, mimeType: string, language: Language): ProtocolResponse {
  const isPage = mimeType === 'text/html';
  const data = isPage ? Buffer.from(inLanguage(file.toString('utf8'), language)) : file;
  return {
    data,
    mimeType,
    charset: 'utf-8',
    headers: {
      'Content-Security-Policy': isPage
        ? policyFor(data.toString('utf8'))
        : contentSecurityPolicy(''),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    },
  };
}

/** `URL.origin` is the text "null" for a scheme that only Chromium knows to be standard. */
function originAndPath(address: string): { readonly origin: string; readonly pathname: string } {
  const { protocol: urlScheme, host, pathname } = new URL(address);
  return { origin: `${urlScheme}//${host}`, pathname };
}

export const isPageOfOurs = (address: string): boolean =>
  URL.canParse(address) && originAndPath(address).origin === pagesOrigin;

/** So that the first words are right without asking. */
const inLanguage = (html: string, language: Language): string =>
  html.replace(/<html lang="[^"]*"/, `<html lang="${language}"`);
