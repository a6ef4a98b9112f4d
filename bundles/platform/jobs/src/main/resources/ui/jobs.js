// What is due later, what failed, and how to mend it.
import { html, nothing, Page, api, define, format, notify, openDialog, router, session, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const STATES = ['waiting', 'retried', 'parked'];
const KINDS = { waiting: 'info', retried: 'warn', parked: 'bad' };

const time = at => (at ? format.dateTime(at, { seconds: true }) : '');

define('jobs-page', class extends Page {
  #columns = [
    { key: 'name', label: t('jobs.name'), render: it => html`<code>${it.name}</code>
      <div class="gl-small gl-muted">${it.recurring ? t('jobs.recurring') : it.key}</div>`, value: it => `${it.name} ${it.key}` },
    { key: 'state', label: t('jobs.state'), render: it => html`<span class="gl-tag" data-kind=${KINDS[it.state]}>${t(`state.${it.state}`)}</span>
      ${it.here ? nothing : html`<div class="gl-small gl-muted">${t('jobs.absent')}</div>`}`, value: it => t(`state.${it.state}`) },
    { key: 'nextAttemptAt', label: t('jobs.next'), render: it => time(it.nextAttemptAt), value: it => time(it.nextAttemptAt) },
    { key: 'doneAt', label: t('jobs.done'), render: it => time(it.doneAt), value: it => time(it.doneAt) },
    { key: 'error', label: t('jobs.error'), render: it => (it.error
      ? html`<span class="gl-small">${t('jobs.failures', { count: it.attempts })} ${time(it.failedAt)} ${it.error}</span>` : ''), value: it => it.error },
    { key: 'action', label: '', align: 'right', export: false, render: it => this.#actions(it) },
  ];

  render() {
    const { state, name } = this.route.params;
    return html`
      <div class="gl-head">
        <h1>${t('jobs.title')}</h1>
        <div class="gl-actions"><button type="button" @click=${() => this.#read()}>
          <gl-icon name="refresh"></gl-icon>${t('jobs.refresh')}</button></div>
      </div>
      <p class="gl-muted">${t('jobs.help')}</p>
      <gl-table label=${t('jobs.title')} export-name=${t('jobs.title')} sheet="jobs.jobs" .columns=${this.#columns} .query=${{ state, name }}
        .load=${({ query, page, size, signal }) => api.get('jobs', { query: { ...query, page, size }, signal })}
        .filters=${html`
          <gl-search label=${t('jobs.nameFilter')} .value=${name} @gl-change=${event => change({ name: event.detail.value })}></gl-search>
          <label><span>${t('jobs.state')}</span><select @change=${event => change({ state: event.target.value })}>
            <option value="">${t('jobs.all')}</option>
            ${STATES.map(it => html`<option value=${it} ?selected=${it === state}>${t(`state.${it}`)}</option>`)}
          </select></label>`}
        .empty=${html`<gl-empty icon="clock" label=${t('jobs.empty')}></gl-empty>`}></gl-table>`;
  }

  #actions(it) {
    if (!session.can('jobs.job.manage')) return nothing;
    return html`
      ${it.attempts ? this.#button('jobs.retry', 'jobs.retryOf', it, () => this.#post(it, 'retry')) : nothing}
      ${it.state === 'parked' ? nothing : this.#button('jobs.run', 'jobs.runOf', it, () => this.#post(it, 'run'))}
      ${it.recurring && it.here ? nothing : this.#button('jobs.cancel', 'jobs.cancelOf', it, () => this.#cancel(it))}`;
  }

  #button(words, label, it, click) {
    return html`<button type="button" class="gl-quiet" aria-label=${t(label, { name: it.name, key: it.key })} @click=${click}>${t(words)}</button>`;
  }

  #read() {
    this.querySelector('gl-table').reload();
  }

  async #post(it, verb) {
    await api.post(`jobs/${it.id}/${verb}`);
    notify(t('jobs.started'));
    this.#read();
  }

  async #cancel(it) {
    const done = await openDialog({
      heading: t('jobs.cancel'),
      body: close => html`
        <p>${t('jobs.cancelHelp', { name: it.name, key: it.key })}</p>
        <gl-form .fields=${[{ name: 'reason', label: t('jobs.reason'), type: 'textarea', rows: 2, required: true, maxLength: 500 }]}
          .value=${{}} .submit=${async (value, { key }) => { await api.post(`jobs/${it.id}/cancel`, value, { key }); }}
          submit-label=${t('jobs.cancel')} .cancel=${() => close()} @gl-done=${() => close(true)}></gl-form>`,
    }).closed;
    if (done) this.#read();
  }
});

function change(params) {
  router.stay(params, { replace: true });
}
