import assert from 'node:assert/strict';
import test from 'node:test';
import { all, later, show, text, turn, type, until } from './page.mjs';
import { Problem } from '../../../main/resources/ui/kit/problem.js';
await import('../../../main/resources/ui/kit/form.js');
const { router } = await import('../../../main/resources/ui/kit/router.js');

const fields = [
  { name: 'name', label: 'Name', required: true, maxLength: 5 },
  { name: 'count', label: 'Count', type: 'number', min: 1 },
  { name: 'kind', label: 'Kind', type: 'select', options: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] },
  { name: 'reason', label: 'Reason', show: value => value.kind === 'b' },
  { name: 'version', type: 'hidden' },
];
const input = (form, name) => form.querySelector(`[name="${name}"]`);
const faultOf = (form, name) => text(form.querySelector(`#${input(form, name).id}-fault`));
const send = form => form.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

async function fill(form, name, value) {
  type(input(form, name), value);
  await form.updateComplete;
}

async function choose(form, name, value) {
  input(form, name).value = value;
  input(form, name).dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
}

test('what is plainly wrong is said at its field and not sent', async () => {
  let sent = 0;
  const form = await show('gl-form', { fields, value: { count: 0 }, submit: async () => { sent++; } });
  send(form);
  await until(() => form.querySelector('[aria-invalid=true]'));
  await turn();
  assert.equal(faultOf(form, 'name'), 'Required');
  assert.match(faultOf(form, 'count'), /less than 1|at least 1/i);
  assert.equal(document.activeElement, input(form, 'name'));
  assert.equal(input(form, 'name').getAttribute('aria-describedby'), `${input(form, 'name').id}-fault`);
  assert.equal(sent, 0);
});

test('a fault goes when its field is changed, the others stay', async () => {
  const form = await show('gl-form', { fields, value: { count: 0 }, submit: async () => {} });
  send(form);
  await until(() => all(form, '[aria-invalid=true]').length === 2);
  await fill(form, 'name', 'abc');
  assert.deepEqual(all(form, '[aria-invalid=true]').map(each => each.name), ['count']);
});

test('characters are counted as people count them', async () => {
  const form = await show('gl-form', { fields, value: { name: '\u{20bb7}'.repeat(5) }, submit: async () => 'done' });
  const done = later();
  form.addEventListener('gl-done', event => done.resolve(event.detail));
  send(form);
  assert.equal(await done.promise, 'done');
});

test('each violation stands at the field it is in, the rest above', async () => {
  const violations = [
    { field: 'kind', message: 'not this one' }, { field: 'name.zh', message: 'taken' }, { field: 'other', message: 'odd' },
  ];
  const submit = async () => { throw new Problem({ status: 422, title: 'Refused', violations }); };
  const form = await show('gl-form', { fields, value: { name: 'abc' }, submit });
  send(form);
  await until(() => form.querySelector('[aria-invalid=true]'));
  assert.equal(faultOf(form, 'kind'), 'not this one');
  assert.equal(faultOf(form, 'name'), 'taken');
  assert.match(text(form.querySelector('[role=alert]')), /other: odd/);
  assert.doesNotMatch(text(form.querySelector('[role=alert]')), /taken/);
});

test('what is not shown is not sent, but what is hidden is', async () => {
  let sent;
  const form = await show('gl-form', {
    fields, value: { name: 'abc', kind: 'b', reason: 'why', version: 7 }, submit: async value => { sent = value; },
  });
  assert.ok(input(form, 'reason'));
  await choose(form, 'kind', 'a');
  assert.equal(input(form, 'reason'), null);
  send(form);
  await until(() => sent);
  assert.deepEqual(JSON.parse(JSON.stringify(sent)), { name: 'abc', kind: 'a', version: 7 });
});

test('the same is sent again under its key; what is something else gets another', async () => {
  const keys = [];
  let failure = new Problem({ status: 0, title: 'offline' });
  const submit = async (value, { key }) => {
    keys.push(key);
    throw failure;
  };
  const form = await show('gl-form', { fields, value: { name: 'abc' }, submit });
  const sendAgain = async () => {
    const before = keys.length;
    send(form);
    await until(() => keys.length > before && !form.busy);
  };
  await sendAgain();
  await sendAgain();
  assert.equal(keys[1], keys[0], 'nobody knows whether it was done');
  await fill(form, 'name', 'abd');
  await sendAgain();
  assert.notEqual(keys[2], keys[1], 'other values');
  failure = new Problem({ status: 409, title: 'changed meanwhile' });
  await sendAgain();
  assert.equal(keys[3], keys[2]);
  await sendAgain();
  assert.notEqual(keys[4], keys[3], 'it was refused');
});

test('pressing twice sends once', async () => {
  let sent = 0;
  const answer = later();
  const form = await show('gl-form', { fields, value: { name: 'abc' }, submit: () => {
    sent++;
    return answer.promise;
  } });
  send(form);
  send(form);
  await turn();
  assert.equal(sent, 1);
  answer.resolve();
  await until(() => !form.busy);
});

test('what was typed in is not lost unasked, until it is saved', async () => {
  const form = await show('gl-form', { fields, value: { name: 'abc' }, submit: async () => {} });
  assert.equal(await router.mayLeave(), true);
  await fill(form, 'name', 'abd');
  const leaving = router.mayLeave();
  const dialog = await until(() => document.querySelector('dialog[open] .gl-actions'));
  dialog.querySelector('[autofocus]').click();
  assert.equal(await leaving, false);
  send(form);
  await until(() => !form.dirty);
  assert.equal(await router.mayLeave(), true);
});

test('an option keeps its type, and boxes keep the order of the options', async () => {
  let sent;
  const numbers = [1, 2, 3].map(value => ({ value, label: `no ${value}` }));
  const form = await show('gl-form', {
    fields: [{ name: 'one', label: 'One', type: 'select', options: numbers }, { name: 'some', label: 'Some', type: 'checkbox', options: numbers }],
    value: { some: [3] }, submit: async value => { sent = value; },
  });
  await choose(form, 'one', '2');
  all(form, 'input[type=checkbox]')[0].click();
  await form.updateComplete;
  send(form);
  await until(() => sent);
  assert.deepEqual(sent, { one: 2, some: [1, 3] });
});
