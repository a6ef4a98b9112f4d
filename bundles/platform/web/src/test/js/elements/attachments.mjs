import assert from 'node:assert/strict';
import test from 'node:test';
import { all, json, server, show, text, until } from './page.mjs';
await import('../../../main/resources/ui/kit/attachments.js');

let requests = [];
class Sent {
  upload = {};
  open(method, address) { this.address = address; }
  setRequestHeader() {}
  getAllResponseHeaders() { return 'content-type: application/json\r\n'; }
  send(body) {
    this.body = body;
    requests.push(this);
  }
  answer(content, status = 201) {
    Object.assign(this, { status, response: new Blob([JSON.stringify(content)]) });
    this.onload();
    this.onloadend();
  }
}

const photo = {
  id: 7, name: '整改前.jpg', caption: null, kind: 'JPEG', bytes: 2_000_000, thumbnail: true, attachedAt: '2026-06-01T02:00:00Z',
};
const kinds = [{ kind: 'JPEG', title: 'JPEG picture', mediaType: 'image/jpeg', endings: ['jpg'] }];
let items = [];
let asked = [];

async function shown(properties) {
  globalThis.XMLHttpRequest = Sent;
  requests = [];
  asked = [];
  server.answer = (address, options) => {
    asked.push({ address, method: options.method, body: options.body });
    if (options.method === 'POST') items = [...items, { ...photo, id: 8 }];
    if (options.method === 'DELETE') items = [];
    return options.method === 'DELETE' ? new Response(null, { status: 204 })
      : json({ items, kinds, most: 2, fileBytes: 1024 * 1024 * 50 }, options.method === 'POST' ? 201 : 200);
  };
  const element = await show('gl-attachments', { type: 'demo.record', record: 12, ...properties });
  await until(() => element.querySelector('.gl-attached, gl-empty'));
  return element;
}

function drop(element, ...files) {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  event.dataTransfer = { files };
  element.querySelector('.gl-drop').dispatchEvent(event);
}

test('files are shown with a small picture and can be kept, and who may not change them cannot', async () => {
  items = [photo];
  const element = await shown({});
  assert.equal(asked[0].address, '/api/attachments/records/demo.record/12');
  assert.equal(element.querySelector('.gl-attached a').getAttribute('href'), '/api/attachments/7');
  assert.equal(element.querySelector('img').getAttribute('src'), '/api/attachments/7/thumbnail');
  assert.equal(element.querySelector('button, input'), null);
});

test('a file that is dropped is sent and attached, and one that is refused says why', async () => {
  items = [];
  const element = await shown({ editable: true });
  drop(element, new File(['a'], 'a.jpg'), new File(['b'], 'b.exe'));
  (await until(() => requests[0])).answer({ id: 'upload-1' });
  (await until(() => requests[1])).answer({
    title: 'Invalid', detail: 'The input has 1 fault(s)', violations: [{ field: 'file', message: 'a program' }],
  }, 422);
  await until(() => element.querySelector('[role=alert]') && element.querySelector('.gl-attached'));
  assert.match(requests[0].address, /^\/api\/attachments\?name=a\.jpg$/);
  assert.deepEqual(JSON.parse(asked.find(it => it.method === 'POST').body), { upload: 'upload-1' });
  assert.match(text(element), /b\.exe/);
  assert.equal(all(element, '.gl-attached > li').length, 1);
});

test('a record that has as many files as it may takes none', async () => {
  items = [photo, { ...photo, id: 8 }];
  const element = await shown({ editable: true });
  assert.equal(element.querySelector('input'), null);
  assert.match(text(element), /At most 2 files/);
});
