import assert from 'node:assert/strict';
import test from 'node:test';
import { all, press, show, text, turn, until } from './page.mjs';
await import('../../../main/resources/ui/kit/tree.js');

const PART = 2;
const below = code => [1, 2, 3].map(number => ({ code: `${code}${number}`, name: `unit ${code}${number}` }));
const parts = async ({ code }, { page }) => ({ items: below(code).slice(page * PART, (page + 1) * PART), total: 3 });
const rows = tree => all(tree, '[role=treeitem]').map(row => text(row.querySelector('.gl-tree-label')));
const item = (tree, label) => all(tree, '[role=treeitem]').find(row => text(row.querySelector('.gl-tree-label')) === label);
const grown = properties => show('gl-tree', { roots: [{ code: '1', name: 'unit 1' }], load: parts, ...properties });

test('what lies below comes in parts', async () => {
  const tree = await grown();
  press(item(tree, 'unit 1'), 'ArrowRight');
  await until(() => rows(tree).length === 4);
  assert.deepEqual(rows(tree).slice(0, 3), ['unit 1', 'unit 11', 'unit 12']);
  all(tree, '[data-kind=more]')[0].click();
  await until(() => rows(tree).at(-1) === 'unit 13');
  assert.equal(item(tree, 'unit 13').getAttribute('aria-setsize'), '3');
  assert.equal(tree.querySelector('[data-kind=more]'), null);
});

test('the way to a node is opened through all its parts', async () => {
  const tree = await grown();
  assert.equal(await tree.reveal(['1', '13', '131']), true);
  assert.equal(item(tree, 'unit 131').tabIndex, 0);
  assert.equal(await tree.reveal(['1', '19']), false);
});

test('a part that fails says so and can be asked for again', async () => {
  let fails = true;
  const tree = await grown({ load: async node => {
    if (fails) throw new Error('no answer');
    return below(node.code);
  } });
  tree.open('1');
  await until(() => tree.querySelector('[data-kind=error]'));
  assert.match(rows(tree)[1], /no answer/);
  fails = false;
  tree.querySelector('[data-kind=error]').click();
  await until(() => rows(tree).length === 4);
});

test('what cannot be chosen opens instead', async () => {
  const tree = await grown({ selectable: node => node.code.length > 1 });
  const chosen = [];
  tree.addEventListener('gl-select', event => chosen.push(event.detail.key));
  item(tree, 'unit 1').click();
  await until(() => rows(tree).length > 1);
  press(item(tree, 'unit 1'), 'Enter');
  await until(() => rows(tree).length === 1);
  press(item(tree, 'unit 1'), 'Enter');
  await until(() => rows(tree).length > 1);
  item(tree, 'unit 12').click();
  await turn();
  assert.deepEqual(chosen, ['12']);
});

test('one goes through it by keys and by typing', async () => {
  const tree = await grown();
  await tree.open('1');
  await tree.updateComplete;
  item(tree, 'unit 1').focus();
  press(document.activeElement, 'ArrowDown');
  await until(() => document.activeElement === item(tree, 'unit 11'));
  press(document.activeElement, 'u');
  await until(() => document.activeElement === item(tree, 'unit 12'));
  press(document.activeElement, 'ArrowLeft');
  await until(() => document.activeElement === item(tree, 'unit 1'));
  press(document.activeElement, 'ArrowLeft');
  await until(() => rows(tree).length === 1);
});
