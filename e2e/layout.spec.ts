import { expect, test } from './app';
import {
  type Look,
  sizeTo,
  usualSize,
  visitUpdates,
  visitWithDeployment,
  visitWithoutDeployment,
} from './everyScreen';
import { inspect } from './inspection';

const sizes = [
  { width: 360, height: 480, zoom: 1 },
  { width: 720, height: 640, zoom: 1 },
  usualSize,
  { width: 1920, height: 1040, zoom: 1 },
  // Text of 200 % (WCAG 1.4.4), which leaves half of the room.
  { ...usualSize, zoom: 2 },
  { width: 720, height: 720, zoom: 2 },
] as const;

for (const visit of [visitWithoutDeployment, visitWithDeployment, visitUpdates]) {
  for (const language of ['zh-CN', 'en-US'] as const) {
    test(`${visit.name}, ${language}: in every size all can be read and pressed`, async ({
      launch,
      gateway,
    }) => {
      test.setTimeout(300_000);
      const found = new Map<string, string[]>();
      const look: Look = async (screen) => {
        for (const size of sizes) {
          await sizeTo(screen, size);
          const where = `${size.width} × ${size.height} at ${size.zoom}`;
          for (const wrong of await inspect(screen.page)) {
            const what = `${screen.name}: ${wrong}`;
            found.set(what, [...(found.get(what) ?? []), where]);
          }
        }
        await sizeTo(screen, usualSize);
      };
      await visit({ launch, gateway, language, look });
      expect(Object.fromEntries(found)).toEqual({});
    });
  }
}
