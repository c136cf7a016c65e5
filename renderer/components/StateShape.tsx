import type { JSX } from 'preact';
import type { SessionState } from '../../preload/contract';

type Shape = 'ring-with-tick' | 'triangle' | 'square' | 'ring';

/** The four shapes that tell the session's state everywhere, so that colour alone never does. */
export const shapeOf: Record<SessionState['kind'], Shape> = {
  active: 'ring-with-tick',
  renewing: 'ring-with-tick',
  unreachable: 'triangle',
  expired: 'square',
  displaced: 'square',
  'keychain-locked': 'square',
  'signed-out': 'ring',
  'signing-in': 'ring',
  checking: 'ring',
  'no-session': 'ring',
};

const drawings: Record<Shape, JSX.Element> = {
  'ring-with-tick': (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="m6.8 10.2 2.2 2.2 4.2-4.6" />
    </>
  ),
  triangle: (
    <>
      <path d="M10 3 18 17H2Z" />
      <path d="M10 8.4v3.6M10 14.4v.2" />
    </>
  ),
  square: (
    <>
      <rect class="filled" x="2.5" y="2.5" width="15" height="15" rx="3" />
      <path class="on-filled" d="M10 6v5M10 13.8v.2" />
    </>
  ),
  ring: <circle cx="10" cy="10" r="7.5" />,
};

export function StateShape({ kind }: { readonly kind: SessionState['kind'] }) {
  return (
    <svg class={`shape ${shapeOf[kind]}`} viewBox="0 0 20 20" aria-hidden="true">
      {drawings[shapeOf[kind]]}
    </svg>
  );
}
