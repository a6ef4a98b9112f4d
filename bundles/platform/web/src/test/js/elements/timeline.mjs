import assert from 'node:assert/strict';
import test from 'node:test';
import { all, show, text } from './page.mjs';
await import('../../../main/resources/ui/kit/timeline.js');

test('what is and what is to come is said in words, what was is not', async () => {
  const timeline = await show('gl-timeline', { items: [
    { date: '2026-01-01', title: 'made', state: 'done' }, { date: '2026-02-01', title: 'now', state: 'current' },
    { title: 'then', state: 'future' },
  ] });
  assert.deepEqual(all(timeline, 'li').map(each => text(each.querySelector('.gl-timeline-state')) !== undefined), [false, true, true]);
  assert.deepEqual(all(timeline, '[aria-current=step] strong').map(text), ['now']);
  assert.equal(all(timeline, 'time').length, 2);
});

test('an instant is shown as it is in the district, a day as it is everywhere', async () => {
  const timeline = await show('gl-timeline', { items: [
    { date: '2026-01-01T16:30:00Z', title: 'night' }, { date: '2026-01-01', title: 'day' },
  ] });
  assert.deepEqual(all(timeline, 'time').map(text), ['2026-01-02 00:30', '2026-01-01']);
});
