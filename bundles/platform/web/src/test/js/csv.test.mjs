import assert from 'node:assert/strict';
import test from 'node:test';
import { csv } from '../../main/resources/ui/kit/csv.js';

const lines = text => text.slice(1).split('\r\n').slice(0, -1);

test('spreadsheets see that it is UTF-8', () => {
  assert.equal(csv([['\u540d\u79f0']]), '\uFEFF\u540d\u79f0\r\n');
});

test('words that a spreadsheet would compute stay words', () => {
  const [line] = lines(csv([['=1+1', '+86 24', '-x', '@cmd', '\tx']]));
  assert.equal(line, "'=1+1,'+86 24,'-x,'@cmd,'\tx");
});

test('numbers stay numbers, also below nothing', () => {
  assert.deepEqual(lines(csv([[-5, '-0.5', '+3', 12]])), ['-5,-0.5,+3,12']);
});

test('separators, quotes and line ends stay inside their cell', () => {
  assert.equal(csv([['a,b', 'say "x"', 'a\nb', null]]), '\uFEFF"a,b","say ""x""","a\nb",\r\n');
});
