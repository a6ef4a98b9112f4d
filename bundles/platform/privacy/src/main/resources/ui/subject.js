// One person's rights: who looked, what they agreed to, all that is held, and its erasure.
import { Element, Task, api, define, html, notify, nothing, openDialog, router, session, states } from '@gridloom/ui';
import { day, t, time } from './words.js';

const REASON = { name: 'reason', label: t('subject.reason'), type: 'text', required: true, maxLength: 200 };

define('privacy-subject', class extends Element {
  static properties = { subject: {} };

  #round = 0;
  #held = new Task(this, {
    args: () => [this.subject],
    task: async ([subject], { signal }) => {
      const [consents, fields] = await Promise.all([
        api.get(`privacy/subjects/${subject}/consents`, { signal }), api.get('privacy/fields', { signal })]);
      return { subject, consents, fields, round: this.#round++ };
    },
  });

  render() {
    return states(this.#held, held => {
      const nameOf = code => held.fields.find(it => it.code === code)?.name ?? code;
      return html`
        <div class="gl-head">
          <h1>${t('subject.title')} <span class="gl-code">${held.subject}</span></h1>
          <div class="gl-actions">
            <a class="gl-button" href=${router.href('privacy')}>${t('subject.back')}</a>
            ${session.can('privacy.subject.export') ? html`<button type="button" @click=${() => this.export(held.subject)}>
              <gl-icon name="download"></gl-icon>${t('subject.export')}</button>` : nothing}
            ${session.can('privacy.subject.erase') ? html`<button type="button" class="gl-danger" @click=${() => this.erase(held.subject)}>
              <gl-icon name="trash"></gl-icon>${t('subject.erase')}</button>` : nothing}
          </div>
        </div>
        <div class="gl-stack">
          ${this.renderConsents(held, nameOf)}
          ${session.can('privacy.subject.export') ? this.renderLooks(held, nameOf) : nothing}
        </div>`;
    });
  }

  renderConsents({ subject, consents, fields }, nameOf) {
    const mayEdit = session.can('privacy.consent.edit');
    const columns = [
      { key: 'field', label: t('consent.field'), render: it => nameOf(it.field), value: it => nameOf(it.field) },
      { key: 'givenOn', label: t('consent.given'), render: it => html`${day(it.givenOn)}<div class="gl-small gl-muted">${it.givenDocument}</div>`, value: it => it.givenOn },
      { key: 'withdrawnOn', label: t('consent.withdrawn'), value: it => it.withdrawnOn ?? '',
        render: it => (it.withdrawnOn ? html`${day(it.withdrawnOn)}<div class="gl-small gl-muted">${it.withdrawnDocument}</div>` : nothing) },
      { key: 'action', label: '', align: 'right', export: false, render: it => (mayEdit && !it.withdrawnOn ? html`
        <button type="button" class="gl-quiet" aria-label=${t('consent.withdrawOf', { field: nameOf(it.field) })}
          @click=${() => this.consent(subject, 'consents/withdraw', t('consent.withdraw'), [{ value: it.field, label: nameOf(it.field) }])}>${t('consent.withdraw')}</button>` : nothing) },
    ];
    return html`<section>
      <div class="gl-head"><h2>${t('consent.title')}</h2>
        <div class="gl-actions">${mayEdit && fields.length ? html`<button type="button"
          @click=${() => this.consent(subject, 'consents', t('consent.add'), fields.map(it => ({ value: it.code, label: it.name })))}>${t('consent.add')}</button>` : nothing}</div></div>
      <gl-table label=${t('consent.title')} export-name=${t('consent.title')} .columns=${columns} .items=${consents}
        .empty=${html`<gl-empty icon="document" label=${t('consent.none')}></gl-empty>`}></gl-table>
    </section>`;
  }

  /** Read anew after whatever is done here, which may be a look itself. */
  renderLooks({ subject, round }, nameOf) {
    const fieldOf = it => (it.field ? nameOf(it.field) : t('looks.all'));
    const columns = [
      { key: 'at', label: t('looks.at'), render: it => time(it.at), value: it => time(it.at) },
      { key: 'account', label: t('looks.account') },
      { key: 'field', label: t('looks.field'), render: fieldOf, value: fieldOf },
      { key: 'reason', label: t('looks.reason') },
    ];
    return html`<section>
      <h2>${t('looks.title')}</h2>
      <gl-table label=${t('looks.title')} export-name=${t('looks.title')} .columns=${columns} .query=${{ round }}
        .load=${({ page, size, signal }) => api.get(`privacy/subjects/${subject}/looks`, { query: { page, size }, signal })}
        .empty=${html`<gl-empty icon="search" label=${t('looks.none')}></gl-empty>`}></gl-table>
    </section>`;
  }

  async consent(subject, path, heading, options) {
    const done = await asked(heading, [
      { name: 'field', label: t('consent.field'), type: 'select', required: true, options },
      { name: 'document', label: t('consent.document'), type: 'text', required: true, maxLength: 100, help: t('consent.documentHelp') },
      { name: 'on', label: t('consent.on'), type: 'date', help: t('consent.onHelp') },
    ], { field: options[0].value }, (value, { key }) => api.post(`privacy/subjects/${subject}/${path}`, value, { key }));
    if (done) this.#held.run();
  }

  /** The file is made here, as the server keeps no copy of what is in clear. */
  async export(subject) {
    const done = await asked(t('subject.export'), [REASON], {},
      value => api.post(`privacy/subjects/${subject}/export`, value, { key: null }), t('subject.exportHelp'));
    if (!done) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(done.body, null, 2)], { type: 'application/json' }));
    link.download = `${subject.replaceAll('/', '-')}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    this.#held.run();
  }

  async erase(subject) {
    const done = await asked(t('subject.erase'), [REASON,
      { name: 'document', label: t('subject.document'), type: 'text', maxLength: 100 }], {},
    (value, { key }) => api.post(`privacy/subjects/${subject}/erase`, value, { key }), t('subject.eraseHelp'), true);
    if (!done) return;
    notify(t('subject.erased'));
    this.#held.run();
  }
});

/** Asks in a dialog; what the server answered, or nothing where the reader thought better of it. */
function asked(heading, fields, value, submit, help, danger) {
  return openDialog({
    heading,
    body: close => html`${help ? html`<p class=${danger ? 'gl-alert' : nothing} data-kind=${danger ? 'warn' : nothing}>${help}</p>` : nothing}
      <gl-form .fields=${fields} .value=${value} .submit=${submit} submit-label=${heading}
        .cancel=${() => close()} @gl-done=${event => close(event.detail)}></gl-form>`,
  }).closed;
}
