// Who gets the events, how far they are, and what they failed at.
import { html, nothing, Page, Task, api, confirm, define, format, notify, openDialog, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

const time = at => (at ? format.dateTime(at, { seconds: true }) : '');
const number = value => (value === null ? '–' : format.number(value));

define('events-delivery', class extends Page {
  #subscribers = new Task(this, { args: () => [], task: (_, { signal }) => api.get('events/subscribers', { signal }) });

  #standings = [
    { key: 'name', label: t('delivery.subscriber'), render: it => html`<code>${it.name}</code>` },
    { key: 'state', label: t('delivery.state'), render: it => state(it), value: it => state(it) },
    { key: 'position', label: t('delivery.position'), align: 'right', render: it => number(it.position) },
    { key: 'waiting', label: t('delivery.waiting'), align: 'right', render: it => number(it.waiting) },
    { key: 'parked', label: t('delivery.parked'), align: 'right', render: it => number(it.parked) },
    { key: 'heldBack', label: t('delivery.heldBack'), align: 'right', render: it => number(it.heldBack) },
    { key: 'error', label: t('delivery.lastError'), render: it => error(it), value: it => it.error },
    { key: 'action', label: '', align: 'right', export: false, render: it => (it.parked ? html`
      <button type="button" class="gl-quiet" aria-label=${t('delivery.retryAllOf', { subscriber: it.name })}
        @click=${() => this.#retryAll(it.parked, it.name)}>${t('delivery.retryAll')}</button>` : '') },
  ];

  #failed = [
    { key: 'position', label: t('delivery.position'), align: 'right', render: it => number(it.position) },
    { key: 'name', label: t('log.name'), render: it => html`<code>${it.name}</code>
      <div class="gl-small">${it.aggregate}</div><div class="gl-small gl-muted">${it.subscriber}</div>`,
      value: it => `${it.name} ${it.aggregate} ${it.subscriber}` },
    { key: 'nextAttemptAt', label: t('delivery.nextAttempt'), render: next, value: next },
    { key: 'heldBack', label: t('delivery.heldBack'), align: 'right', render: it => number(it.heldBack) },
    { key: 'error', label: t('delivery.lastError'), render: it => error(it), value: it => it.error },
    { key: 'action', label: '', align: 'right', export: false, render: it => html`
      <button type="button" class="gl-quiet" aria-label=${t('delivery.retryOf', { position: it.position })} @click=${() => this.#retry(it)}>
        ${t('delivery.retry')}</button>
      <button type="button" class="gl-quiet gl-danger" aria-label=${t('delivery.skipOf', { position: it.position })} @click=${() => this.#skip(it)}>
        ${t('delivery.skip')}</button>` },
  ];

  render() {
    return html`
      <div class="gl-head">
        <h1>${t('delivery.title')}</h1>
        <div class="gl-actions"><button type="button" @click=${() => this.#read()}>
          <gl-icon name="refresh"></gl-icon>${t('delivery.refresh')}</button></div>
      </div>
      <section><h2>${t('delivery.subscribers')}</h2>
        ${states(this.#subscribers, items => html`
          <gl-table label=${t('delivery.subscribers')} export-name=${t('delivery.subscribers')} .columns=${this.#standings} .items=${items}
            .empty=${html`<gl-empty icon="event" label=${t('delivery.noSubscribers')}></gl-empty>`}></gl-table>`)}
      </section>
      <section><h2>${t('delivery.failed')}</h2>
        <p class="gl-muted">${t('delivery.help')}</p>
        ${this.#parked ? html`<div class="gl-actions"><button type="button" id="retry-all" @click=${() => this.#retryAll(this.#parked)}>
          ${t('delivery.retryAll')}</button></div>` : nothing}
        <gl-table id="failed" label=${t('delivery.failed')} export-name=${t('delivery.failed')} sheet="events.parked" .columns=${this.#failed}
          .load=${({ page, size, signal }) => api.get('events/parked', { query: { page, size }, signal })}
          .empty=${html`<gl-empty icon="check" label=${t('delivery.noneFailed')}></gl-empty>`}></gl-table>
      </section>`;
  }

  #read() {
    this.#subscribers.run();
    this.querySelector('#failed').reload();
  }

  /** How many are parked, of all subscribers. */
  get #parked() {
    return (this.#subscribers.value ?? []).reduce((sum, it) => sum + it.parked, 0);
  }

  /** Of one subscriber, or of all. */
  async #retryAll(parked, subscriber) {
    const count = number(parked);
    const sure = await confirm({
      title: t('delivery.retryAll'),
      body: subscriber ? t('delivery.retryAllOfHelp', { count, subscriber }) : t('delivery.retryAllHelp', { count }),
      action: t('delivery.retryAll'),
    });
    if (!sure) return;
    try {
      const { body } = await api.put('events/parked/retry', undefined, { query: { subscriber } });
      notify(t('delivery.retriedAll', { count: number(body.events) }));
      this.#read();
    } catch (problem) {
      notify(problem.detail ?? problem.title, { kind: 'bad' });
    }
  }

  async #retry(it) {
    await api.post(`${address(it)}/retry`);
    notify(t('delivery.retried'));
    this.#read();
  }

  async #skip(it) {
    const done = await openDialog({
      heading: t('delivery.skip'),
      body: close => html`
        <p>${t('delivery.skipHelp', { position: it.position, subscriber: it.subscriber })}</p>
        <gl-form .fields=${[{ name: 'reason', label: t('audit.reason'), type: 'textarea', rows: 2, required: true, maxLength: 500 }]}
          .value=${{}} .submit=${async (value, { key }) => { await api.post(`${address(it)}/skip`, value, { key }); }}
          submit-label=${t('delivery.skip')} .cancel=${() => close()} @gl-done=${() => close(true)}></gl-form>`,
    }).closed;
    if (done) this.#read();
  }
});

function address(it) {
  return `events/parked/${encodeURIComponent(it.subscriber)}/${it.position}`;
}

function state(it) {
  if (it.parked) return t('delivery.hasParked');
  if (it.retried) return t('delivery.retries');
  return it.here ? t('delivery.runs') : t('delivery.absent');
}

function next(it) {
  return it.parked ? t('delivery.isParked') : time(it.nextAttemptAt);
}

function error(it) {
  return it.error ? html`<span class="gl-small">${time(it.failedAt)} ${it.error}</span>` : '';
}
