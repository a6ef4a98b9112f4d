import assert from 'node:assert/strict';
import test from 'node:test';
import { all, json, later, press, server, show, text, turn, type, until } from './page.mjs';
const { Chooser } = await import('../../../main/resources/ui/kit/chooser.js');
const { Problem } = await import('../../../main/resources/ui/kit/problem.js');
await import('../../../main/resources/ui/kit/person-chooser.js');

const PAUSE = 250;
const items = ['Alder', 'Aspen', 'Ash', 'Ash'].map((name, index) => ({ code: `a${index + 1}`, name }));
let search;
let asked = [];

customElements.define('test-chooser', class extends Chooser {
  what = 'tree';
  valueOf(item) { return item.code; }
  textOf(item) { return item.name; }
  placeOf(item) { return `place ${item.code}`; }
  option(item) { return item.name; }
  absent() { return false; }
  async find(value) { return items.find(item => item.code === value) ?? null; }
  search(words, signal) {
    asked.push(words);
    return search(words, signal);
  }
});

async function chooser(properties) {
  asked = [];
  search = words => ({ items: items.filter(item => item.name.startsWith(words)), total: 4 });
  const element = await show('test-chooser', properties);
  element.told = [];
  element.addEventListener('gl-change', event => element.told.push(event.detail));
  return element;
}

const input = element => element.querySelector('input');
const options = element => all(element, '[role=option]').map(text);
const isOpen = element => input(element).getAttribute('aria-expanded') === 'true';
const leave = element => input(element).dispatchEvent(new window.FocusEvent('blur'));

/** Types and lets the pause pass. */
async function look(t, element, words) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  type(input(element), words);
  t.mock.timers.tick(PAUSE);
  t.mock.timers.reset();
  await turn();
}

test('it searches once the reader pauses, and for what stands there then', async t => {
  const element = await chooser();
  t.mock.timers.enable({ apis: ['setTimeout'] });
  for (const words of ['A', 'As', 'Asp']) {
    type(input(element), words);
    t.mock.timers.tick(PAUSE - 1);
  }
  assert.deepEqual(asked, []);
  t.mock.timers.tick(1);
  assert.deepEqual(asked, ['Asp']);
  t.mock.timers.reset();
  await until(() => options(element).length === 1);
});

test('one character is too little to search for', async t => {
  const element = await chooser();
  await look(t, element, 'A');
  assert.deepEqual(asked, []);
  assert.equal(isOpen(element), false);
});

test('an answer that comes too late is not shown', async t => {
  const element = await chooser();
  const answers = { Al: later(), As: later() };
  search = words => answers[words].promise;
  await look(t, element, 'Al');
  await look(t, element, 'As');
  answers.As.resolve({ items: items.slice(1), total: 3 });
  await until(() => options(element).length === 3);
  answers.Al.resolve({ items: items.slice(0, 1), total: 1 });
  await turn();
  assert.deepEqual(options(element), ['Aspen', 'Ash', 'Ash']);
});

test('an error that comes too late is not shown', async t => {
  const element = await chooser();
  const slow = later();
  search = () => slow.promise;
  await look(t, element, 'Al');
  type(input(element), '');
  slow.reject(new Problem({ status: 500, title: 'broken' }));
  await turn();
  assert.equal(text(element.querySelector('[data-fault]')), undefined);
});

test('more than is shown is said, also where it is only known at least', async t => {
  const element = await chooser();
  search = () => ({ items: items.slice(0, 2), total: 1000, atLeast: true });
  await look(t, element, 'As');
  assert.match(text(element.querySelector('.gl-chooser-popup p')), /first 2 .*at least 1,000/);
  assert.equal(text(element.querySelector('[role=status]')), 'Found: at least 1,000');
});

test('arrows and Enter choose, and the change is told once with the item', async t => {
  const element = await chooser();
  await look(t, element, 'As');
  press(input(element), 'ArrowDown');
  press(input(element), 'ArrowDown');
  await element.updateComplete;
  assert.equal(input(element).getAttribute('aria-activedescendant'), all(element, '[role=option]')[1].id);
  press(input(element), 'Enter');
  await element.updateComplete;
  assert.deepEqual(element.told, [{ value: 'a3', tree: items[2] }]);
  assert.equal(input(element).value, 'Ash');
  assert.equal(text(element.querySelector('.gl-chooser-note')), 'place a3');
  assert.equal(isOpen(element), false);
});

test('Escape brings back what was chosen', async t => {
  const element = await chooser({ value: 'a1' });
  await until(() => input(element).value === 'Alder');
  await look(t, element, 'As');
  press(input(element), 'Escape');
  await element.updateComplete;
  assert.equal(input(element).value, 'Alder');
  assert.deepEqual(element.told, []);
});

test('a name that only one hit bears is chosen by leaving; a name of two is a mistake', async t => {
  const element = await chooser({ value: 'a2' });
  await look(t, element, 'Alder');
  leave(element);
  await until(() => element.value === 'a1');
  await look(t, element, 'Ash');
  leave(element);
  await until(() => element.querySelector('[data-fault]'));
  assert.deepEqual(element.told.map(each => each.value), ['a1', '']);
  assert.equal(input(element).getAttribute('aria-invalid'), 'true');
  assert.equal(input(element).value, 'Ash', 'what was typed stays to be mended');
});

test('a code that is typed is looked up', async t => {
  const element = await chooser();
  search = () => ({ items: [], total: 0 });
  await look(t, element, 'a2');
  leave(element);
  await until(() => element.value === 'a2');
  assert.deepEqual(element.told, [{ value: 'a2', tree: items[1] }]);
});

test('of many each is chosen once and can be taken away', async t => {
  const element = await chooser({ multiple: true, value: ['a1'] });
  await look(t, element, 'As');
  all(element, '[role=option]')[0].click();
  await element.updateComplete;
  await look(t, element, 'As');
  all(element, '[role=option]')[0].click();
  await element.updateComplete;
  assert.deepEqual(element.value, ['a1', 'a2']);
  all(element, '.gl-chip button')[0].click();
  assert.deepEqual(element.value, ['a2']);
  assert.deepEqual(element.told.map(each => each.value), [['a1', 'a2'], ['a2']]);
});

test('where there is no list to search in, a code can still be typed', async t => {
  server.answer = () => json({ title: 'no such list' }, 404);
  const element = await show('gl-person-chooser');
  await look(t, element, 'Li');
  await until(() => input(element).getAttribute('role') === null);
  type(input(element), '1007');
  leave(element);
  await until(() => element.value === '1007');
});
