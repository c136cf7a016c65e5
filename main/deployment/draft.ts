/** A deployment file made from what a person typed: held to the same schema as any other. */
import type { DeploymentDraft, DeploymentProblem } from '../../preload/contract';
import { namesFolder, readDeployment } from './deployment';

/** The file's text. An empty field that may be left out is left out. */
export function draftFile(draft: DeploymentDraft): string {
  const { name, gateway, messageGateway, appId, key, loginPage, redirectUri, feedUrl } =
    trimmed(draft);
  return JSON.stringify({
    schema: 1,
    id: idOf(gateway),
    name,
    gateway,
    ...given('messageGateway', messageGateway),
    app: {
      appId,
      ...(key.kind === 'appKey' ? { appKey: key.appKey } : { accessTokenUrl: key.accessTokenUrl }),
    },
    login: { ...given('page', loginPage), redirectUri },
    ...(feedUrl !== '' && { messages: { feedUrl } }),
  });
}

/** The fields that are not as the format wants them, by their paths in the file. */
export function draftProblems(draft: DeploymentDraft): readonly DeploymentProblem[] {
  const reading = readDeployment(draftFile(draft), 'file');
  return reading.kind === 'wrong' ? reading.problems : [];
}

const given = (field: string, value: string) => (value === '' ? {} : { [field]: value });

/** The same gateway has the same id, so that its keychain entries are found again. */
function idOf(gateway: string): string {
  if (!URL.canParse(gateway)) return 'typed';
  const host = new URL(gateway).host.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 64);
  const id = host.replace(/\.+$/, '');
  return namesFolder(id) ? id : 'typed';
}

function trimmed({ key, ...fields }: DeploymentDraft): DeploymentDraft {
  const { name, gateway, messageGateway, appId, loginPage, redirectUri, feedUrl } = fields;
  return {
    name: name.trim(),
    gateway: gateway.trim(),
    messageGateway: messageGateway.trim(),
    appId: appId.trim(),
    loginPage: loginPage.trim(),
    redirectUri: redirectUri.trim(),
    feedUrl: feedUrl.trim(),
    key:
      key.kind === 'appKey'
        ? { kind: 'appKey', appKey: key.appKey.trim() }
        : { kind: 'broker', accessTokenUrl: key.accessTokenUrl.trim() },
  };
}
