import { expect, test } from './app';
import { screens } from './screens';

test('a teacher signs in', async ({ launch, gateway }) => {
  const run = await launch();
  const person = gateway.people[0];
  if (!person) throw new Error('no person');
  await screens(run.window, 'sign-in');
  await run.signIn(person);
  await expect(run.window.getByText(person.name).first()).toBeVisible();
  await screens(run.window, 'messages');
});
