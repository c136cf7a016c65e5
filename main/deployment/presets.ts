/** The gateways that the platform's documents name, each for one call; see README, "Deployment". */
import type { Preset, PresetId } from '../../preload/contract';

type Described = Omit<Preset, 'id'>;

export const presets = {
  hainan: { gateway: 'https://gateway.hainan.edu.cn', documentedFor: 'heartbeat' },
  shec: { gateway: 'https://apis.shec.edu.cn', documentedFor: 'person' },
  hner: { gateway: 'https://api.hner.cn', documentedFor: 'person' },
  huijiaoyun: { gateway: 'https://opengate.huijiaoyun.com', documentedFor: 'marks' },
  tze: { gateway: 'https://api.tze.cn', documentedFor: 'oauth-token' },
} as const satisfies Record<PresetId, Described>;

export const presetIds = Object.keys(presets) as PresetId[];

export const listPresets = (): readonly Preset[] => presetIds.map((id) => ({ id, ...presets[id] }));
