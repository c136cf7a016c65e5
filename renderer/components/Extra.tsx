interface Props {
  readonly title: (count: number) => string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** Fields that no document names, shown as they came. */
export function Extra({ title, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <details class="extra">
      <summary>{title(fields.length)}</summary>
      <dl class="fields">
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
