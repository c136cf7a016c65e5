import type { Page } from '@playwright/test';
import { catalogueOf } from '../i18n/catalogues';
import type { Language } from '../preload/contract';
import { expect, test } from './app';
import {
  type Look,
  visitUpdates,
  visitWithDeployment,
  visitWithoutDeployment,
} from './everyScreen';
import { inMain } from './inMain';
import { changeSettings, classTeacher } from './pages';

/** The texts of a catalogue that are the same whatever is said with them. */
function textsOf(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : [];
}

const texts = {
  'zh-CN': new Set(textsOf(catalogueOf('zh-CN'))),
  'en-US': new Set(textsOf(catalogueOf('en-US'))),
};
const other = { 'zh-CN': 'en-US', 'en-US': 'zh-CN' } as const;

/** Everything the page says, in sight or to those who hear it; without what it said in passing. */
const saidOn = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('.notices, script')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name);
        if (text) said.push(text);
      }
      for (const node of element.childNodes) {
        if (node instanceof Text && node.data.trim() !== '') said.push(node.data.trim());
      }
    }
    return said;
  });

for (const visit of [visitWithoutDeployment, visitWithDeployment, visitUpdates]) {
  test(`${visit.name}: with another language chosen, nothing on any page stays in the one before`, async ({
    launch,
    gateway,
  }) => {
    test.setTimeout(180_000);
    const person = classTeacher(gateway);
    // What she is called, and what she was sent, is the platform's; a language is called by its own name.
    const platforms = JSON.stringify([
      person,
      gateway.people,
      gateway.messages(person.personId),
      gateway.deployment(),
      ['中文', '该消息已归档', '没有这样的消息', '三楼微机室'],
    ]);
    const wrong: string[] = [];
    const look: Look = async ({ name, page }) => {
      for (const language of ['en-US', 'zh-CN'] satisfies Language[]) {
        await changeSettings(page, { language });
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        for (const text of await saidOn(page)) {
          const isOthers = texts[other[language]].has(text) && !texts[language].has(text);
          const han = language === 'en-US' ? (text.match(/\p{Script=Han}+/gu) ?? []) : [];
          const isChinese = han.some((run) => !platforms.includes(run));
          if ((isOthers && !platforms.includes(text)) || isChinese) {
            wrong.push(`${name}, ${language}: ${text}`);
          }
        }
      }
    };
    await visit({ launch, gateway, language: 'zh-CN', look });
    expect(wrong).toEqual([]);
  });
}

test('the window and the menu follow the language too', async ({ launch }) => {
  const run = await launch();
  const said = () =>
    inMain(run.app, ({ BrowserWindow, Menu }) => [
      BrowserWindow.getAllWindows()[0]?.getTitle(),
      ...(Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
    ]);
  await expect.poll(said).toContain('教师工作台');
  await run.change({ language: 'en-US' });
  await expect.poll(async () => (await said()).join()).not.toMatch(/\p{Script=Han}/u);
});
