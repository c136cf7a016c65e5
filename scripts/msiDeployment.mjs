// The MSI's property DEPLOYMENT: a deployment file that is put in the machine's folder. electron-builder
// has no setting for it, so its WiX project is changed before it is compiled (`msiProjectCreated`).
import { readFileSync, writeFileSync } from 'node:fs';

/** Where the machine's file is looked for; the same as in main/deployment/place.ts. */
const folder = 'Staffroom';
const file = 'deployment.json';

/**
 * The folder's rights: the system and administrators everything, users read, and nothing inherited
 * from ProgramData, where users may add files (SDDL; the app refuses a file in such a folder).
 */
const rights = 'O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)';

/** Told to the part of the installation that runs as the system, so "secure"; without it no file is
 * copied. */
const property = '<Property Id="DEPLOYMENT" Secure="yes"/>';

/**
 * The folder is made and closed whether or not a file is given: else whoever puts one there later finds
 * a folder in which users may add files. Its file is another component, since a condition is a
 * component's. The older file is removed first, as Windows Installer leaves a file alone that was changed
 * after it was made. Its order is fixed: RemoveFiles, CreateFolders, MoveFiles (Windows Installer,
 * "Suggested InstallExecuteSequence"). A file that was put there stays when the app is removed or upgraded.
 */
const directory = `
      <Directory Id="CommonAppDataFolder">
        <Directory Id="DeploymentFolder" Name="${folder}">
          <Component Id="DeploymentPlace" Guid="A3F0C7D4-8B1E-4F62-9D35-7C2E4A61B8F9" KeyPath="yes">
            <CreateFolder>
              <PermissionEx Id="DeploymentFolderRights" Sddl="${rights}"/>
            </CreateFolder>
          </Component>
          <Component Id="DeploymentFile" Guid="6D1B9E52-3E1C-4A0B-9C7E-5A8F2B6C4D10" KeyPath="yes">
            <Condition>DEPLOYMENT</Condition>
            <RemoveFile Id="OlderDeploymentFile" Name="${file}" On="install"/>
            <CopyFile Id="CopiedDeploymentFile" SourceProperty="DEPLOYMENT" DestinationDirectory="DeploymentFolder" DestinationName="${file}"/>
          </Component>
        </Directory>
      </Directory>`;

const references = `
      <ComponentRef Id="DeploymentPlace"/>
      <ComponentRef Id="DeploymentFile"/>`;

/** What is put after which element's start of electron-builder's project. */
const additions = [
  { after: /<MediaTemplate\b[^>]*\/>/g, text: `\n    ${property}` },
  { after: /<Directory Id="TARGETDIR"[^>]*[^/]>/g, text: directory },
  { after: /<Feature Id="ProductFeature"[^>]*[^/]>/g, text: references },
];

/**
 * @param {string} project WiX source, as electron-builder writes it
 * @returns {string}
 * Throws where it looks otherwise than expected: an MSI that ignores the property would be noticed late.
 */
export function withDeployment(project) {
  return additions.reduce((changed, { after, text }) => {
    const found = [...changed.matchAll(after)];
    if (found.length !== 1) {
      throw new Error(`The MSI's project has ${found.length} of ${after}, where one was expected.`);
    }
    return changed.replace(after, (element) => element + text);
  }, project);
}

/** @param {string} path of the project, which is changed in its place */
export default function msiProjectCreated(path) {
  writeFileSync(path, withDeployment(readFileSync(path, 'utf8')));
}
