/**
 * How requests get past a proxy that wants a password. `session.fetch` gives up at its question
 * (Electron's net-fetch has no listener for it), but a `ClientRequest` can answer, and the answer
 * stays in the session's own cache, for every later request of that session.
 */
import { type AuthInfo, app, net, type Session } from 'electron';
import type { Credentials, ProxyPassword } from './proxyPassword';

/** A `ClientRequest`, or what hands on the questions of its own. */
export interface AskedByProxy {
  on(
    event: 'login',
    asked: (of: AuthInfo, answer: (user?: string, password?: string) => void) => void,
  ): unknown;
}

export interface ProxyAdmission {
  /** Lets the request answer a proxy's question. */
  answerFor(request: AskedByProxy): void;
  /** A fetch of `session` that gets past the proxy. */
  fetchOf(session: Session): typeof fetch;
  /** The same for every page that is ever loaded. */
  answerForPages(): void;
}

type Admission =
  /** The way is open; without credentials where another request of the session has opened it. */
  | { readonly kind: 'admitted'; readonly credentials: Credentials | null }
  | { readonly kind: 'refused' }
  | { readonly kind: 'not-asked' };

const aboutProxy = /ERR_[A-Z_]*(PROXY|TUNNEL)/;

export function createProxyAdmission(password: ProxyPassword): ProxyAdmission {
  /** Gives back what was offered to the proxy last, and to which. */
  function listen(request: AskedByProxy) {
    let offered: { readonly proxy: string; readonly credentials: Credentials | null } | null = null;
    request.on('login', ({ isProxy, host, port }: AuthInfo, answer) => {
      if (!isProxy) return answer();
      const proxy = `${host}:${port}`;
      void password.credentialsFor(proxy, offered?.credentials ?? null).then((credentials) => {
        offered = { proxy, credentials };
        if (credentials === null) answer();
        else answer(credentials.user, credentials.password);
      });
    });
    return () => offered;
  }

  /** By a request without content of its own, to the root of that host. */
  function admit(session: Session, address: string): Promise<Admission> {
    const request = net.request({
      method: 'HEAD',
      url: new URL('/', address).href,
      session,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
    const offered = listen(request);
    return new Promise((resolve) => {
      const end = (got: 'through' | 'stuck') => {
        const last = offered();
        if (last === null) {
          const isOpen = got === 'through';
          return resolve(isOpen ? { kind: 'admitted', credentials: null } : { kind: 'not-asked' });
        }
        const { proxy, credentials } = last;
        if (got === 'stuck' || credentials === null) return resolve({ kind: 'refused' });
        void password.accepted(proxy).then(() => resolve({ kind: 'admitted', credentials }));
      };
      request.on('response', (response) => {
        // What stood for a tunnel that was refused breaks off, with nobody to read it.
        response.on('error', () => undefined);
        end(response.statusCode === 407 ? 'stuck' : 'through');
        request.abort();
      });
      request.on('redirect', () => {
        end('through');
        request.abort();
      });
      request.on('error', ({ message }) => end(aboutProxy.test(message) ? 'stuck' : 'through'));
      request.end();
    });
  }

  return {
    answerFor: (request) => void listen(request),

    fetchOf(session) {
      return async (input, init) => {
        const address = input instanceof Request ? input.url : String(input);
        // A body can be read once, and may be needed twice. A clone's will not do: once one was sent
        // and its answer left unread, the next is "unusable".
        const body = input instanceof Request && input.body ? await input.arrayBuffer() : null;
        const send = async () =>
          session.fetch(
            input instanceof Request ? new Request(input, body === null ? {} : { body }) : address,
            init ?? {},
          );
        const sent = await send().catch((error: unknown) => {
          if (error instanceof Error && aboutProxy.test(error.message)) return error;
          throw error;
        });
        if (!(sent instanceof Error) && sent.status !== 407) return sent;
        const admission = await admit(session, address);
        switch (admission.kind) {
          case 'admitted':
            return send();
          case 'refused':
            throw new TypeError('net::ERR_PROXY_AUTH_REQUESTED');
          case 'not-asked':
            if (sent instanceof Error) throw sent;
            return sent;
        }
      };
    },

    answerForPages() {
      app.on('login', (event, contents, { url }, { isProxy, host, port }, answer) => {
        // A page's own question is answered by nobody.
        if (!isProxy || !contents) return;
        event.preventDefault();
        void admit(contents.session, url).then(async (admission) => {
          if (admission.kind !== 'admitted') return answer();
          const given =
            admission.credentials ?? (await password.credentialsFor(`${host}:${port}`, null));
          if (given === null) answer();
          else answer(given.user, given.password);
        });
      });
    },
  };
}
