import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A view in a file of its own, which the page fetches when the view is first wanted: what she sees at
 * the start comes sooner without it. Its place is empty until then, which is a few milliseconds.
 */
export function lazily<Props extends object = Record<never, never>>(
  load: () => Promise<(props: Props) => JSX.Element | null>,
): (props: Props) => JSX.Element | null {
  const loaded = signal<{ readonly View: (props: Props) => JSX.Element | null } | null>(null);

  function Awaited() {
    useEffect(() => {
      void load().then((View) => {
        loaded.value = { View };
      });
    }, []);
    return null;
  }

  return function Lazy(props) {
    if (loaded.value === null) return <Awaited />;
    const { View } = loaded.value;
    return <View {...props} />;
  };
}
