import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  /** Called however it was closed: by Escape, a button or its form. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The native modal dialog: Chromium keeps the focus inside and gives it back at the end. */
export function Modal({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <article>
        <h2 id={heading}>{title}</h2>
        {children}
      </article>
    </dialog>
  );
}
