import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import {
  type Look,
  visitUpdates,
  visitWithDeployment,
  visitWithoutDeployment,
} from './everyScreen';
import { walkByKeyboard } from './inspection';

/** In axe's legacy mode: the other opens a page of its own, which Electron does not let Playwright do. */
const violationsOn = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(inWords);

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const inWords = ({ id, help, nodes }: Violation) =>
  `${id} (${help}): ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`;

const visits = [visitWithoutDeployment, visitWithDeployment, visitUpdates] as const;

for (const visit of visits) {
  test(`${visit.name}: axe finds nothing on any page, light or dark`, async ({
    launch,
    gateway,
  }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const look: Look = async ({ name, page }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const violation of await violationsOn(page)) {
          found.push(`${name}, ${colorScheme}: ${violation}`);
        }
      }
    };
    await visit({ launch, gateway, language: 'zh-CN', look });
    expect(found).toEqual([]);
  });

  test(`${visit.name}: Tab comes to everything there is to press, and one sees where it is`, async ({
    launch,
    gateway,
  }) => {
    test.setTimeout(300_000);
    const found: Record<string, unknown> = {};
    const look: Look = async ({ name, page }) => {
      const { stops, ...wrong } = await walkByKeyboard(page);
      expect(stops, name).toBeGreaterThan(0);
      if (wrong.unseen.length + wrong.missed.length > 0) found[name] = wrong;
    };
    await visit({ launch, gateway, language: 'zh-CN', look });
    expect(found).toEqual({});
  });
}
