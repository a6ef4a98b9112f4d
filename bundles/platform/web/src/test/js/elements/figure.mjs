import assert from 'node:assert/strict';
import test from 'node:test';
import { all, show, text } from './page.mjs';
await import('../../../main/resources/ui/kit/figure.js');

const figure = { name: 'Grids', value: 1200.3, unit: 'units', asOf: '2026-02-01', definition: 'all' };
const lines = element => all(element, '.gl-figure-date').map(text);
const since = async value => lines(await show('gl-figure', { figure, former: { value, asOf: '2026-01-01' } }))[1];

test('a figure says by how much it has changed', async () => {
  assert.equal(await since(1000.2), '+200.1 (1,000.2 on 2026-01-01)');
  assert.equal(await since(1201.3), '-1 (1,201.3 on 2026-01-01)');
  assert.equal(await since(1200.3), 'Same as on 2026-01-01');
});

test('a figure without a former one says nothing of a change', async () => {
  assert.deepEqual(lines(await show('gl-figure', { figure })), ['As of 2026-02-01']);
});
