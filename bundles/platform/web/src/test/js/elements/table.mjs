import assert from 'node:assert/strict';
import test from 'node:test';
import { all, later, show, text, turn, until } from './page.mjs';
await import('../../../main/resources/ui/kit/table.js');

const columns = [
  { key: 'name', label: 'Name', sort: 'name' },
  { key: 'size', label: 'Size', sort: 'size' },
];
const items = count => Array.from({ length: count }, (_, index) => ({ name: `n${index + 1}`, size: count - index }));
const names = table => all(table, 'tbody tr td:first-child').map(text);
const range = table => text(table.querySelector('.gl-pager [role=status]'));
const [previous, next] = [0, 1].map(index => table => table.querySelectorAll('.gl-pager button')[index]);
const header = (table, label) => all(table, 'th').find(each => text(each) === label);

/** Reads from a list as the server does: counted up to a bound only, but never fewer than it has shown. */
const search = (count, bound) => ({ page, size }) => {
  const part = items(count).slice(page * size, (page + 1) * size);
  const most = Math.max(bound, page * size + part.length + 1);
  return { items: part, total: Math.min(count, most), atLeast: count >= most };
};

test('numbers are sorted as numbers, up and down, also inside names', async () => {
  const table = await show('gl-table', { columns, items: items(12) });
  await until(() => names(table).length === 12);
  const sort = async (label, first) => {
    header(table, label).querySelector('button').click();
    await until(() => names(table)[0] === first);
    return header(table, label).getAttribute('aria-sort');
  };
  assert.equal(await sort('Size', 'n12'), 'ascending');
  assert.deepEqual(names(table).slice(-3), ['n3', 'n2', 'n1']);
  assert.equal(await sort('Size', 'n1'), 'descending');
  await sort('Name', 'n1');
  assert.deepEqual(names(table).slice(0, 3), ['n1', 'n2', 'n3']);
  assert.equal(header(table, 'Size').getAttribute('aria-sort'), null);
});

test('a list is paged to its last record and back', async () => {
  const table = await show('gl-table', { columns, items: items(45) });
  await until(() => range(table) === '1–20; 45 in all');
  assert.ok(previous(table).disabled);
  next(table).click();
  await until(() => range(table) === '21–40; 45 in all');
  next(table).click();
  await until(() => range(table) === '41–45; 45 in all');
  assert.match(text(table.querySelector('.gl-pager')), /Page 3 of 3/);
  assert.ok(next(table).disabled);
  previous(table).click();
  await until(() => names(table)[0] === 'n21');
});

test('a search that is not counted to its end says so, and can be paged to its end', async () => {
  const table = await show('gl-table', { columns, load: search(65, 40) });
  await until(() => range(table) === '1–20; at least 40');
  assert.match(text(table.querySelector('.gl-pager')), /Page 1$/);
  assert.doesNotMatch(text(table.querySelector('.gl-pager')), /of/);
  for (const expected of ['21–40; at least 41', '41–60; at least 61', '61–65; 65 in all']) {
    next(table).click();
    await until(() => range(table) === expected);
  }
  assert.ok(next(table).disabled);
});

test('a page that is full leads on where nobody knows how many there are', async () => {
  const load = ({ page, size }) => ({ items: page ? [] : items(size), total: size, atLeast: !page });
  const table = await show('gl-table', { columns, load });
  table.size = 50;
  await until(() => range(table) === '1–50; at least 50');
  next(table).click();
  await until(() => range(table) === '50 in all' && next(table).disabled);
  assert.ok(!previous(table).disabled);
});

test('other filters begin on the first page', async () => {
  const asked = [];
  const load = async question => {
    asked.push(question);
    return { items: items(20), total: 100 };
  };
  const table = await show('gl-table', { columns, load, query: { q: 'a' } });
  await until(() => range(table));
  next(table).click();
  await until(() => asked.at(-1).page === 1 && range(table)?.startsWith('21'));
  table.query = { q: 'a' };
  await turn();
  assert.equal(asked.length, 2, 'the same filters ask nothing');
  table.query = { q: 'b' };
  await until(() => range(table)?.startsWith('1–'));
  assert.deepEqual([asked.at(-1).page, asked.at(-1).query.q], [0, 'b']);
});

test('an answer that comes too late replaces nothing', async () => {
  const slow = later();
  const load = ({ query }) => (query.q === 'slow' ? slow.promise : { items: [{ name: 'fast' }], total: 1 });
  const table = await show('gl-table', { columns, load, query: { q: 'slow' } });
  table.query = { q: 'fast' };
  await until(() => names(table)[0] === 'fast');
  slow.resolve({ items: [{ name: 'slow' }], total: 1 });
  await turn();
  assert.deepEqual(names(table), ['fast']);
});

test('a row leads where its link leads, but what stands in it keeps its own clicks', async () => {
  const followed = [];
  const { html } = await import('../../../main/resources/ui/kit/lit.js');
  const table = await show('gl-table', {
    columns: [columns[0], { key: 'x', label: 'X', render: () => html`<button type="button">x</button><i>y</i>` }],
    items: items(1), href: item => `#/${item.name}`,
  });
  table.addEventListener('click', event => {
    if (event.target.matches('a')) followed.push(event.target.getAttribute('href'));
  });
  await until(() => table.querySelector('tbody button'));
  table.querySelector('tbody button').click();
  assert.deepEqual(followed, []);
  table.querySelector('tbody i').click();
  assert.deepEqual(followed, ['#/n1']);
});

test('an export holds the whole list, also beyond what was counted', async () => {
  let saved;
  URL.createObjectURL = blob => {
    saved = blob;
    return '#file';
  };
  URL.revokeObjectURL = () => {};
  const table = await show('gl-table', { columns, load: search(1700, 600), exportName: 'list' });
  await until(() => range(table));
  all(table, '.gl-toolbar button').at(-1).click();
  await until(() => saved);
  const lines = (await saved.text()).trim().split('\r\n');
  assert.equal(lines.length, 1701);
  assert.equal(lines.at(-1), 'n1700,1');
});

test('an empty list says so and offers no pages', async () => {
  const table = await show('gl-table', { columns, items: [] });
  await until(() => table.querySelector('gl-empty'));
  assert.equal(table.querySelector('.gl-pager'), null);
});
