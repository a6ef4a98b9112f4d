import assert from 'node:assert/strict';
import test from 'node:test';
import { show, text, type, until } from './page.mjs';
await import('../../../main/resources/ui/kit/form.js');
await import('../../../main/resources/ui/kit/masked.js');

const button = element => element.querySelector('button');

async function revealed(reveal) {
  const element = await show('gl-masked', { value: '138****5678', label: 'Telephone', reveal });
  button(element).click();
  const form = await until(() => document.querySelector('dialog form'));
  return { element, form };
}

test('who may not see the datum sees its mask and no button', async () => {
  const element = await show('gl-masked', { value: '138****5678', label: 'Telephone' });
  assert.equal(text(element), '138****5678');
  assert.equal(button(element), null);
});

test('it is shown to who says why, and hidden again', async () => {
  const reasons = [];
  const { element, form } = await revealed(async reason => { reasons.push(reason); return '13812345678'; });
  type(form.querySelector('input'), 'to verify');
  form.querySelector("[type=submit], .gl-primary").click();
  await until(() => text(element).includes('13812345678'));
  assert.deepEqual(reasons, ['to verify']);
  button(element).click();
  await element.updateComplete;
  assert.ok(text(element).startsWith('138****5678'));
});

test('without a reason nothing is asked', async () => {
  const { element, form } = await revealed(() => { throw new Error('asked'); });
  form.querySelector("[type=submit], .gl-primary").click();
  await until(() => form.querySelector('[aria-invalid=true]'));
  assert.ok(text(element).startsWith('138****5678'));
  document.querySelector('dialog').close();
});

test('another value hides what was shown of the former', async () => {
  const { element, form } = await revealed(async () => '13812345678');
  type(form.querySelector('input'), 'to verify');
  form.querySelector("[type=submit], .gl-primary").click();
  await until(() => text(element).includes('13812345678'));
  element.value = '139****0000';
  await element.updateComplete;
  assert.ok(!text(element).includes('13812345678'));
});
