/** Settings as found on disk, which may have been written by anybody: checked one by one. */
import type { ProxySetting, Settings, TextSize } from '../../preload/contract';

/** What does not fit falls back to its default, and takes no other with it. */
export function checkedSettings(found: { readonly [Name in keyof Settings]?: unknown }): Settings {
  const { markReadAfterSeconds: delay } = found;
  return {
    language: oneOf(['zh-CN', 'en-US'], found.language) ?? 'system',
    theme: oneOf(['light', 'dark'], found.theme) ?? 'system',
    textSize: oneOf(textSizes, found.textSize) ?? 100,
    launchAtLogin: oneOf(['shown', 'hidden'], found.launchAtLogin) ?? 'off',
    closeToTray: oneOf(['off'], found.closeToTray) ?? 'on',
    markReadAfterSeconds: delay === null || isDelay(delay) ? delay : 1,
    notifications: oneOf(['off'], found.notifications) ?? 'on',
    quietHours: checkedHours(found.quietHours),
    proxy: checkedProxy(found.proxy),
    sharedComputer: oneOf(['yes'], found.sharedComputer) ?? 'no',
  };
}

/** The smallest first. */
export const textSizes: readonly TextSize[] = [100, 115, 130, 150, 200];

/** The next one in that direction, or the same where there is none. */
export function steppedTextSize(size: TextSize, to: 'larger' | 'smaller'): TextSize {
  const next = textSizes[textSizes.indexOf(size) + (to === 'larger' ? 1 : -1)];
  return next ?? size;
}

function oneOf<const Value>(values: readonly Value[], found: unknown): Value | null {
  return values.find((value) => value === found) ?? null;
}

const isDelay = (found: unknown): found is number =>
  Number.isInteger(found) && Number(found) >= 0 && Number(found) <= 60;

/** As the contract has it; its schemas load after the first paint, and the settings before. */
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function checkedHours(found: unknown): Settings['quietHours'] {
  if (typeof found !== 'object' || found === null) return null;
  const { from, to } = found as { readonly from?: unknown; readonly to?: unknown };
  const isHours = [from, to].every((time) => typeof time === 'string' && timeOfDay.test(time));
  return isHours ? { from: String(from), to: String(to) } : null;
}

/** A name or an address, without scheme, port, account or anything else. */
export const proxyHost = /^([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\])$/;

function checkedProxy(found: unknown): ProxySetting {
  if (typeof found !== 'object' || found === null) return { kind: 'system' };
  const { kind, host, port } = found as { readonly [Name in 'kind' | 'host' | 'port']?: unknown };
  if (kind === 'none') return { kind };
  const isManual =
    kind === 'manual' &&
    typeof host === 'string' &&
    host.length <= 253 &&
    proxyHost.test(host) &&
    Number.isInteger(port) &&
    Number(port) >= 1 &&
    Number(port) <= 65_535;
  return isManual ? { kind, host, port: Number(port) } : { kind: 'system' };
}
