import assert from 'node:assert/strict';
import test from 'node:test';
import { all, show, text, until } from './page.mjs';
import { scale } from '../../../main/resources/ui/kit/map-scale.js';

await import('../../../main/resources/ui/kit/map.js');

const square = (code, west, south) => ({
  type: 'Feature', properties: { code, name: `unit ${code}` },
  geometry: { type: 'Polygon', coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] },
});
const features = { type: 'FeatureCollection', features: [square('1', 123, 41), square('2', 124, 42)] };
const path = (map, index) => map.querySelectorAll('path.gl-map-area')[index];
const corners = element => element.getAttribute('d').match(/-?\d+ -?\d+/g).map(each => each.split(' ').map(Number));
const middle = element => [0, 1].map(axis => corners(element).reduce((sum, corner) => sum + corner[axis], 0) / corners(element).length);

async function shown(properties) {
  const map = await show('gl-map', { features, ...properties });
  await until(() => path(map, 1));
  return map;
}

test('north is up, east is right, and all of it is inside', async () => {
  const map = await shown();
  const [[west, south], [east, north]] = [path(map, 0), path(map, 1)].map(middle);
  assert.ok(west < east, `${west} is left of ${east}`);
  assert.ok(north < south, `${north} is above ${south}`);
  for (const [x, y] of [...corners(path(map, 0)), ...corners(path(map, 1))]) {
    assert.ok(x >= 0 && x <= 400 && y >= 0 && y <= 300, `${x} ${y}`);
  }
});

test('values colour their areas, and what has none looks so', async () => {
  const map = await shown({ values: { 1: 7 }, legend: 'grids' });
  assert.ok(path(map, 0).classList.contains('gl-map-step-3'));
  assert.ok(path(map, 1).classList.contains('gl-map-none'));
  assert.match(text(map.querySelector('.gl-map-key')), /grids 7 No value/);
  map.values = { 1: 7, 2: 9 };
  await until(() => path(map, 1)?.classList.contains('gl-map-step-5'));
  assert.ok(path(map, 0).classList.contains('gl-map-step-1'));
});

test('an area is picked on the map and in the list', async () => {
  const map = await shown({ pickable: true });
  const picked = [];
  map.addEventListener('gl-pick', event => picked.push(event.detail.code));
  path(map, 1).dispatchEvent(new window.MouseEvent('click', { bubbles: true }));
  all(map, '.gl-map-list button')[0].click();
  assert.deepEqual(picked, ['2', '1']);
});

test('what leads nowhere is not picked', async () => {
  const map = await shown();
  let picked = 0;
  map.addEventListener('gl-pick', () => { picked++; });
  path(map, 0).dispatchEvent(new window.MouseEvent('click', { bubbles: true }));
  assert.equal(picked, 0);
  assert.equal(map.querySelector('.gl-map-list button'), null);
});

test('a name that looks like markup is shown as it is', async () => {
  const bold = { ...square('3', 123, 41), properties: { code: '3', name: '<b>x</b>' } };
  const map = await show('gl-map', { features: { type: 'FeatureCollection', features: [bold] } });
  await until(() => map.querySelector('.gl-map-name'));
  assert.equal(map.querySelector('.gl-map-name').textContent, '<b>x</b>');
});

test('a value is in one step only, and steps are about as full', () => {
  const values = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [index, index < 10 ? 0 : index]));
  const { steps, colour, isWhole } = scale(values, Object.keys(values));
  assert.equal(steps.length, 5);
  assert.ok(isWhole);
  assert.deepEqual(steps.map(step => Object.values(values).filter(value => value >= step.from && value <= step.to).length), [10, 10, 10, 10, 10]);
  assert.equal(colour(0), 1);
  assert.equal(colour(49), 5);
  assert.equal(colour(undefined), undefined);
});
