import assert from 'node:assert/strict';
import test from 'node:test';
import * as echarts from 'echarts';
import { all, show, text, until } from './page.mjs';
await import('../../../main/resources/ui/kit/chart.js');

const bars = {
  xAxis: { type: 'value' }, yAxis: { type: 'category', data: ['north', 'south'] },
  series: [{ type: 'bar', name: 'grids', data: [1234.567, { value: 5 }] }, { type: 'bar', name: 'heads', data: [null, 2] }],
};
const rows = chart => all(chart, '.gl-chart-table tr').map(row => [...row.cells].map(text));
const drawn = async element => (await until(() => echarts.getInstanceByDom(element.querySelector('.gl-chart-place')))).getOption();

test('what is drawn is there as a table as well', async () => {
  const chart = await show('gl-chart', { option: bars, label: 'All' });
  assert.deepEqual(rows(chart), [['', 'grids', 'heads'], ['north', '1,234.57', ''], ['south', '5', '2']]);
});

test('a data set and the parts of a pie are tables too', async () => {
  const set = await show('gl-chart', { option: {
    dataset: { source: [['unit', 'a', 'b'], ['x', 1, 2]] }, xAxis: { type: 'category' }, yAxis: {}, series: [{ type: 'bar' }, { type: 'bar' }],
  } });
  assert.deepEqual(rows(set), [['', 'a', 'b'], ['x', '1', '2']]);
  const pie = await show('gl-chart', { option: { series: { type: 'pie', name: 'kinds', data: [{ name: 'basic', value: 3 }] } } });
  assert.deepEqual(rows(pie), [['', 'kinds'], ['basic', '3']]);
});

test('a value is picked from the table as from the drawing', async () => {
  const chart = await show('gl-chart', { option: bars, pickable: true });
  const picked = [];
  chart.addEventListener('gl-pick', event => picked.push(event.detail));
  all(chart, 'tbody button')[1].click();
  assert.deepEqual(picked, [{ name: 'south', index: 1, series: 'grids', value: 5 }]);
});

test('the drawing says what it shows to who cannot see it, and its tooltips bring no styles', async () => {
  const { aria, tooltip, title } = await drawn(await show('gl-chart', { option: bars, label: 'Grids by street' }));
  assert.equal(aria.enabled ?? aria[0].enabled, true);
  assert.equal(tooltip[0].renderMode, 'richText');
  assert.equal(title[0].text, 'Grids by street');
});

test('other values take the place of the former ones whole', async () => {
  const chart = await show('gl-chart', { option: bars });
  await drawn(chart);
  chart.option = { ...bars, series: [{ type: 'bar', name: 'posts', data: [1, 2] }] };
  await chart.updateComplete;
  const option = await until(() => {
    const now = echarts.getInstanceByDom(chart.querySelector('.gl-chart-place')).getOption();
    return now.series[0].name === 'posts' && now;
  });
  assert.equal(option.series.length, 1);
});
