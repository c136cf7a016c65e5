import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  /** Called when she closes it by Escape; its buttons say themselves what they do. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * The native modal dialog: Chromium keeps the focus inside, and gives it back when it is closed. One that
 * is only taken off the page gives nothing back (HTML, the dialog's removing steps), so it is closed first.
 */
export function Modal({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  useLayoutEffect(() => {
    const { current } = dialog;
    return () => current?.close();
  }, []);
  // The event comes later: of a dialog that is gone by then, whoever took it away knows.
  const closed = () => {
    if (dialog.current !== null) onClose();
  };
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={closed}>
      <article>
        <h2 id={heading}>{title}</h2>
        {children}
      </article>
    </dialog>
  );
}
