import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { onlyAdministratorsChange } from '../main/deployment/accessList';
import { machinePlace } from '../main/deployment/place';
import msiProjectCreated, { withDeployment } from './msiDeployment.mjs';

const builder = dirname(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));
/** Without what electron-builder fills in; that is text between elements. */
const template = readFileSync(join(builder, 'templates', 'msi', 'template.xml'), 'utf8').replaceAll(
  /\{\{[\s\S]*?\}\}/g,
  '',
);

/** @param {string} xml */
function parsed(xml) {
  const fail = (/** @type {string} */ message) => {
    throw new Error(message);
  };
  const errorHandler = { warning: fail, error: fail, fatalError: fail };
  return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml');
}

/** @param {Document} project @param {string} name */
function only(project, name) {
  const found = [...Array.from(project.getElementsByTagName(name))];
  const ours = found.filter((element) => /Deployment|DEPLOYMENT/.test(element.toString()));
  expect(ours, name).toHaveLength(1);
  const [element] = ours;
  if (element === undefined) throw new Error(`No ${name}.`);
  return element;
}

/** The component that an element of ours is in.
 * @param {Element} element
 * @returns {Element}
 */
function componentOf(element) {
  const parent = /** @type {Element} */ (element.parentNode);
  return parent.tagName === 'Component' ? parent : componentOf(parent);
}

test('the changed project is still XML, with both components in the feature that is installed', () => {
  const project = parsed(withDeployment(template));
  const ids = (/** @type {string} */ name) =>
    Array.from(project.getElementsByTagName(name), (element) => element.getAttribute('Id'));
  expect(ids('Component')).toHaveLength(2);
  expect(ids('ComponentRef')).toEqual(ids('Component'));
  for (const reference of Array.from(project.getElementsByTagName('ComponentRef')))
    expect(reference.parentNode).toBe(project.getElementsByTagName('Feature')[0]);
});

test('the file of the property DEPLOYMENT goes to where the app looks for the machine’s', () => {
  const project = parsed(withDeployment(template));
  const copy = only(project, 'CopyFile');
  const component = componentOf(copy);
  const folder = /** @type {Element} */ (component.parentNode);
  const above = /** @type {Element} */ (folder.parentNode);
  expect(above.getAttribute('Id')).toBe('CommonAppDataFolder');
  expect(copy.getAttribute('SourceProperty')).toBe('DEPLOYMENT');
  expect(copy.getAttribute('DestinationDirectory')).toBe(folder.getAttribute('Id'));
  expect(`X\\${folder.getAttribute('Name')}\\${copy.getAttribute('DestinationName')}`).toBe(
    machinePlace('win32', 'X'),
  );
  expect(componentOf(only(project, 'RemoveFile'))).toBe(component);
  const condition = only(project, 'Condition');
  expect([condition.parentNode, condition.textContent]).toEqual([component, 'DEPLOYMENT']);
  const property = only(project, 'Property');
  expect([property.getAttribute('Id'), property.getAttribute('Secure')]).toEqual([
    'DEPLOYMENT',
    'yes',
  ]);
});

test('its folder has the rights with which the app takes the file, with or without the property', () => {
  const permission = only(parsed(withDeployment(template)), 'PermissionEx');
  const rights = permission.getAttribute('Sddl');
  expect(onlyAdministratorsChange(String(rights))).toBe(true);
  expect(rights).toMatch(/D:PAI\(/);
  const component = componentOf(permission);
  expect(component.getElementsByTagName('Condition')).toHaveLength(0);
  expect(component.parentNode).toHaveProperty('tagName', 'Directory');
});

test('a project of another make is refused', () => {
  expect(() => withDeployment(template.replace('ProductFeature', 'Other'))).toThrow(
    'ProductFeature',
  );
  expect(() => withDeployment(withDeployment(template) + template)).toThrow('2 of');
});

test('electron-builder’s hook changes the file in its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-msi-'));
  try {
    const path = join(folder, 'project.wxs');
    writeFileSync(path, template);
    msiProjectCreated(path);
    expect(readFileSync(path, 'utf8')).toBe(withDeployment(template));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
