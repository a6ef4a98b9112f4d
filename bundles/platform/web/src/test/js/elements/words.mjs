import assert from 'node:assert/strict';
import test from 'node:test';
import './page.mjs';
const { language, languages } = await import('../../../main/resources/ui/kit/words.js');

test('a reader chooses among the languages that the district offers', () => {
  assert.deepEqual(languages(), ['zh-CN', 'en']);
  assert.equal(language(), 'en');
  const meta = Object.assign(document.createElement('meta'), { name: 'gl-languages', content: 'zh-CN' });
  document.head.append(meta);
  try {
    assert.deepEqual(languages(), ['zh-CN']);
    assert.equal(language(), 'zh-CN');
  } finally {
    meta.remove();
  }
});
