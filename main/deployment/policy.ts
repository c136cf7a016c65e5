/** What a deployment file lays down of the settings. It counts in the machine's file alone. */
import { z } from 'zod';
import {
  type DeploymentExpectation,
  type SettingsPolicy,
  settingValues,
} from '../../preload/contract';

/** In the file's own terms: yes and no where a setting is on and off. */
const documented: DeploymentExpectation = 'one-of-the-documented';
const yesOrNo = z.boolean({ error: 'yes-or-no' satisfies DeploymentExpectation });
const idleMinutes = { error: 'idle-minutes' satisfies DeploymentExpectation };
const { theme, textSize, markReadAfterSeconds, quietHours, proxy } = settingValues;
const [, , manualProxy] = proxy.options;

/** The value that `schema` has, or `what` was expected. */
const like = <Value>(schema: z.ZodType<Value>, what: DeploymentExpectation) =>
  z.custom<Value>((value) => schema.safeParse(value).success, { error: what });

export const policy = z.object(
  {
    launchAtLogin: z.union([z.boolean(), z.literal('hidden')], { error: documented }).optional(),
    language: z.enum(['zh-CN', 'en-US'], { error: documented }).optional(),
    theme: like(theme, documented).optional(),
    textSize: like(textSize, documented).optional(),
    closeToTray: yesOrNo.optional(),
    markReadAfterSeconds: like(markReadAfterSeconds, 'mark-read-delay').optional(),
    notifications: yesOrNo.optional(),
    quietHours: like(quietHours, 'quiet-hours').optional(),
    proxy: like(
      z.union([z.enum(['system', 'none']), manualProxy.omit({ kind: true })]),
      'proxy',
    ).optional(),
    sharedComputer: yesOrNo.optional(),
    sharedComputerIdleMinutes: z
      .int(idleMinutes)
      .min(1, idleMinutes)
      .max(120, idleMinutes)
      .optional(),
  },
  { error: 'object' satisfies DeploymentExpectation },
);

/** In the settings' terms; without what the file is silent on. */
export function settingsPolicyOf(found: z.output<typeof policy>): SettingsPolicy {
  const { sharedComputer: _, sharedComputerIdleMinutes: __, ...ofSettings } = found;
  const { launchAtLogin, closeToTray, notifications, proxy: route, ...same } = ofSettings;
  return {
    ...same,
    ...(launchAtLogin !== undefined && { launchAtLogin: launching(launchAtLogin) }),
    ...(closeToTray !== undefined && { closeToTray: onOff(closeToTray) }),
    ...(notifications !== undefined && { notifications: onOff(notifications) }),
    ...(route !== undefined && {
      proxy: typeof route === 'string' ? { kind: route } : { kind: 'manual', ...route },
    }),
  };
}

const onOff = (isOn: boolean) => (isOn ? 'on' : 'off');

function launching(launch: boolean | 'hidden'): 'off' | 'shown' | 'hidden' {
  if (launch === 'hidden') return launch;
  return launch ? 'shown' : 'off';
}
