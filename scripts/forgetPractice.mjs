// Removes the practice platform's entries from the keychain of whoever runs it.
import keytar from 'keytar';

for (const what of ['oauthToken', 'session', 'appKey', 'cacheKey']) {
  await keytar.deletePassword('Staffroom', `practice/${what}`);
}
