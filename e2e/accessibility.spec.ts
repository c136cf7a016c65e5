import type { Page } from '@playwright/test';
import axe, { type Result } from 'axe-core';
import { expect, test } from './app';
import { type Look, visitWithDeployment, visitWithoutDeployment } from './everyScreen';
import { walkByKeyboard } from './inspection';

/**
 * The page's policy lets no script in that is not the app's own; one that the inspector runs is no
 * script of the page's.
 */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: there } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await there.run(document, { resultTypes: ['violations'] });
    return violations;
  });
  return found.map(inWords);
}

const inWords = ({ id, help, nodes }: Result) =>
  `${id} (${help}): ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`;

const visits = [visitWithoutDeployment, visitWithDeployment] as const;

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
