import assert from 'node:assert/strict';
import test from 'node:test';
import { all, json, server, show, text, turn, until } from './page.mjs';
await import('../../../main/resources/ui/kit/import.js');

/** Requests as they are sent; a test answers them. */
let requests = [];
class Sent {
  upload = {};
  headers = {};
  open(method, address) { this.address = address; }
  setRequestHeader(name, value) { this.headers[name.toLowerCase()] = value; }
  getAllResponseHeaders() { return 'content-type: application/json\r\n'; }
  send(body) {
    this.body = body;
    requests.push(this);
  }
  answer(report, status = 200) {
    this.upload.onload();
    Object.assign(this, { status, response: new Blob([JSON.stringify(report)]) });
    this.onload();
    this.onloadend();
  }
  fail() {
    this.onerror();
    this.onloadend();
  }
  abort() {
    this.onabort();
    this.onloadend();
  }
}

const list = {
  name: 'lists', title: 'Lists', columns: [{ key: 'code', header: 'Code', needed: true }, { key: 'name', header: 'Name' }],
};
/** What was asked besides. */
let asked = [];
const answer = (address, options) => {
  asked.push({ address, ...options });
  return options.method === 'GET' ? json(list) : new Response(null, { status: 204 });
};

const file = (content, name = 'list.csv') => ({ name, arrayBuffer: async () => new TextEncoder().encode(content).buffer });
const report = more => ({ dryRun: true, rows: 2, created: 2, updated: 0, unchanged: 0, violations: [], ...more });
const button = element => element.querySelector('.gl-actions .gl-primary');
const keyOf = request => request.headers['idempotency-key'];

async function chosen(properties, ...files) {
  requests = [];
  globalThis.XMLHttpRequest = Sent;
  server.answer = answer;
  const element = await show('gl-import', { sheet: 'lists', ...properties });
  const event = new Event('drop', { bubbles: true, cancelable: true });
  event.dataTransfer = { files };
  element.querySelector('.gl-drop').dispatchEvent(event);
  assert.ok(event.defaultPrevented, 'the browser would open the file');
  return element;
}

const request = index => until(() => requests[index]);

async function clean() {
  const element = await chosen({}, file('a,b'));
  (await request(0)).answer(report());
  await until(() => button(element));
  return element;
}

test('a file that is dropped is looked through first, and nothing is written', async () => {
  const element = await clean();
  assert.match(requests[0].address, /^\/api\/sheets\/lists\/import\?dryRun=true$/);
  assert.equal(await requests[0].body.text(), 'a,b');
  assert.equal(keyOf(requests[0]), undefined);
  assert.deepEqual(all(element, '.gl-counts dd').map(text), ['2', '2', '0', '0']);
  assert.equal(requests.length, 1);
});

test('what was looked through is what is imported, once', async () => {
  const element = await clean();
  const done = [];
  element.addEventListener('gl-done', event => done.push(event.detail));
  button(element).click();
  const sent = await request(1);
  assert.match(sent.address, /^\/api\/sheets\/lists\/import\?dryRun=false&follow=/);
  assert.equal(sent.body, requests[0].body);
  assert.ok(keyOf(sent));
  await until(() => element.querySelector('progress'));
  assert.equal(button(element), null, 'it cannot be sent a second time meanwhile');
  sent.answer(report({ dryRun: false }));
  await until(() => done.length);
  await element.updateComplete;
  assert.equal(element.querySelector('.gl-drop'), null);
});

test('an import without an answer is sent again under its key, a refused one under another', async () => {
  const element = await clean();
  button(element).click();
  (await request(1)).fail();
  const again = () => until(() => element.querySelector('[role=alert] > button'));
  (await again()).click();
  assert.equal(keyOf(await request(2)), keyOf(requests[1]));
  requests[2].answer({ title: 'no' }, 409);
  (await again()).click();
  assert.notEqual(keyOf(await request(3)), keyOf(requests[2]));
  requests[3].answer(report({ dryRun: false }));
});

test('faults are listed by row and nothing can be imported', async () => {
  const violations = [{ row: 3, field: 'code', message: 'taken' }, { row: 2, field: 'name', message: 'missing' }];
  const element = await chosen({}, file('a,b'));
  (await request(0)).answer(report({ violations }));
  await until(() => all(element, 'tbody tr').length === 2);
  assert.equal(text(element.querySelector('tbody tr')), '3 code taken');
  assert.equal(button(element), null);
});

test('faults that have come up since are listed too', async () => {
  const element = await clean();
  button(element).click();
  (await request(1)).answer({ title: 'refused', violations: [{ row: 2, field: 'code', message: 'taken' }] }, 422);
  await until(() => all(element, 'tbody tr').length === 1);
  assert.equal(button(element), null);
});

test('a list that changes nothing cannot be imported', async () => {
  const element = await chosen({}, file('a,b'));
  (await request(0)).answer(report({ created: 0, unchanged: 2 }));
  await until(() => element.querySelector('.gl-counts'));
  assert.equal(button(element), null);
});

test('a workbook is sent as one', async () => {
  await chosen({}, file('PK', 'list.XLSX'));
  assert.match((await request(0)).headers['content-type'], /spreadsheetml/);
});

test('a header that nobody knows can be said to mean a column, and the file is looked through again', async () => {
  const headers = [{ header: 'No', column: 'code' }, { header: 'Who', column: null }];
  const violations = [{ row: 1, field: 'Who', message: 'unknown' }];
  const element = await chosen({}, file('a,b'));
  (await request(0)).answer(report({ violations, headers }));
  const select = await until(() => all(element, '.gl-import select:not(.gl-pager select)').find(each => each.options.length === 4));
  asked = [];
  select.value = 'name';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await request(1);
  const [put] = asked.filter(({ method }) => method === 'PUT');
  assert.equal(put.address, '/api/sheets/lists/mapping');
  assert.deepEqual(JSON.parse(put.body), { columns: { Who: 'name' } });
});

test('an import that is being written is cancelled on the server, which says what became of it', async () => {
  const element = await clean();
  button(element).click();
  (await request(1)).upload.onload();
  asked = [];
  (await until(() => element.querySelector('.gl-progress button'))).click();
  const { address } = await until(() => asked.find(({ method }) => method === 'DELETE'));
  assert.match(requests[1].address, new RegExp(`follow=${address.split('/').at(-1)}$`));
  requests[1].answer({ title: 'cancelled' }, 409);
  await until(() => element.querySelector('[role=alert]'));
});

test('an upload tells how far it is and can be cancelled, and then another file chosen', async () => {
  const element = await chosen({}, file('a,b'));
  (await request(0)).upload.onprogress({ loaded: 1, total: 4 });
  await until(() => element.querySelector('progress')?.getAttribute('value') === '0.25');
  assert.ok(element.querySelector('input[type=file]').disabled);
  element.querySelector('.gl-progress button').click();
  await until(() => !element.querySelector('progress'));
  await turn();
  assert.equal(element.querySelector('[role=alert]'), null, 'whoever cancels needs no error');
  assert.ok(!element.querySelector('input[type=file]').disabled);
});
