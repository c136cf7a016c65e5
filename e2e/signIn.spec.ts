import { expect, test } from './app';

test('a teacher signs in', async ({ launch, gateway }) => {
  const run = await launch();
  const person = gateway.people[0];
  if (!person) throw new Error('no person');
  await run.signIn(person);
  await expect(run.window.getByText(person.name).first()).toBeVisible();
});
