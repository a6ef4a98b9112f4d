import assert from 'node:assert/strict';
import test from 'node:test';
import { valueAt, withValueAt } from '../../main/resources/ui/kit/path.js';

test('a violation\u2019s path leads to the value it means', () => {
  assert.equal(valueAt({ members: [{}, { unit: '210102' }] }, 'members[1].unit'), '210102');
});

test('what is not there is nothing, however deep', () => {
  assert.equal(valueAt({}, 'members[1].unit'), undefined);
});

test('a changed copy leaves the original alone', () => {
  const original = { members: [{ unit: 'a' }], name: 'x' };
  const changed = withValueAt(original, 'members[0].unit', 'b');
  assert.deepEqual(changed, { members: [{ unit: 'b' }], name: 'x' });
  assert.equal(original.members[0].unit, 'a');
});

test('lists and records come to be as the path says', () => {
  assert.deepEqual(withValueAt({}, 'members[0].unit', 'b'), { members: [{ unit: 'b' }] });
});
