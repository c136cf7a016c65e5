/** The gateways that the platform's documents name, each for one call; see README, "Deployment". */
export const presets = {
  hainan: 'https://gateway.hainan.edu.cn',
  shec: 'https://apis.shec.edu.cn',
  hner: 'https://api.hner.cn',
  huijiaoyun: 'https://opengate.huijiaoyun.com',
  tze: 'https://api.tze.cn',
} as const;

export type PresetId = keyof typeof presets;
export const presetIds = Object.keys(presets) as PresetId[];
