type Fields = Readonly<Record<string, unknown>>;

/** JSON merge patch (RFC 7396): objects are merged, `null` removes, anything else replaces. */
export function mergePatch(target: unknown, patch: Fields): Record<string, unknown> {
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = isObject(value) ? mergePatch(merged[name], value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
