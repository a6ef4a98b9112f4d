import assert from 'node:assert/strict';
import test from 'node:test';
import { all, json, later, server, show, text, turn, type, until } from './page.mjs';
await import('../../../main/resources/ui/kit/form.js');
const { caseTimeline } = await import('../../../main/resources/ui/kit/actions.js');

const step = (action, more) => ({
  action, name: action, kind: 'FORWARD', to: 'next', reasoned: false, evidence: [], blocked: null, link: `demo/1/actions/${action}`, ...more,
});
const standing = (...actions) => ({ state: 'open', version: 7, actions });
const dialog = () => document.querySelector('dialog[open]');
const input = name => dialog().querySelector(`[name="${name}"]`);
const send = () => dialog().querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

async function open(element, name) {
  all(element, 'button').find(button => text(button) === name).click();
  await until(() => dialog()?.querySelector('textarea'));
}

test('a step is sent with the version that was seen and its evidence as words', async () => {
  let seen;
  server.answer = (path, options) => {
    seen = { path, body: JSON.parse(options.body), version: options.headers.get('If-Match') };
    return json({ id: 1 });
  };
  const element = await show('gl-actions', { case: standing(step('report', { evidence: [
    { name: 'result', label: 'Result', type: 'TEXT', required: true, choices: [], max: 50 },
    { name: 'people', label: 'People', type: 'NUMBER', required: false, choices: [], min: 1, max: 9 },
  ] })) });
  const done = later();
  element.addEventListener('gl-done', event => done.resolve(event.detail));
  await open(element, 'report');
  type(input('evidence.result'), 'swept');
  type(input('evidence.people'), '3');
  await turn();
  send();
  await until(() => seen);
  assert.deepEqual(await done.promise, { id: 1 });
  assert.deepEqual(seen, {
    path: '/api/demo/1/actions/report', body: { reason: null, evidence: { result: 'swept', people: '3' } }, version: '"7"',
  });
  assert.equal(dialog(), null);
});

test('what is missing is said at its field, and a reason is asked for where there must be one', async () => {
  let sent = 0;
  server.answer = () => { sent++; return json({}); };
  const element = await show('gl-actions', { case: standing(step('give back', { reasoned: true, kind: 'RETURN' })) });
  await open(element, 'give back');
  send();
  await until(() => dialog().querySelector('[aria-invalid=true]'));
  assert.equal(sent, 0);
  dialog().querySelector('.gl-actions button[type=button]').click();
  await until(() => !dialog());
});

test('a case that stands elsewhere says so and is read anew', async () => {
  server.answer = () => json({ status: 409, title: 'Not now', detail: 'It is done' }, 409);
  const element = await show('gl-actions', { case: standing(step('accept')) });
  let again = 0;
  element.addEventListener('gl-done', () => { again++; });
  await open(element, 'accept');
  send();
  await until(() => text(dialog().querySelector('[role=alert]'))?.includes('It is done'));
  assert.equal(again, 0);
  dialog().querySelector('.gl-actions button[type=button]').click();
  await until(() => again === 1);
});

test('a step that must wait says why and opens nothing', async () => {
  const element = await show('gl-actions', { case: standing(step('accept', { blocked: 'somebody else must do this' })) });
  const [button] = all(element, 'button');
  button.click();
  assert.equal(button.getAttribute('aria-disabled'), 'true');
  assert.match(text(element.querySelector(`#${button.getAttribute('aria-describedby')}`)), /somebody else must do this/);
  assert.equal(dialog(), null);
});

test('a history shows the last step first', () => {
  const move = (name, at) => ({ name, toName: `${name}ed`, at, account: 'a', evidence: [] });
  const items = caseTimeline([move('open', '2026-01-01T00:00:00Z'), move('assign', '2026-01-02T00:00:00Z')]);
  assert.deepEqual(items.map(item => [item.title, item.state]), [['assign → assigned', 'current'], ['open → opened', 'done']]);
});
