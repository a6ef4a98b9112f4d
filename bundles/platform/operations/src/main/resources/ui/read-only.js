// The switch: turns the district read-only with a reason, and writable again.
import { Page, Task, api, confirm, define, format, html, nothing, notify, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

define('operations-read-only', class extends Page {
  #status = new Task(this, { args: () => [], task: (_, { signal }) => api.get('operations/read-only', { signal }) });

  fields() {
    return [{ name: 'reason', label: t('readOnly.reason'), required: true, maxLength: 200, help: t('readOnly.reasonHelp') }];
  }

  changed(message) {
    notify(message);
    dispatchEvent(new Event('gl-read-only'));
    this.#status.run();
  }

  async off() {
    if (!(await confirm({ title: t('readOnly.off'), body: t('readOnly.offHelp'), action: t('readOnly.off') }))) return;
    await api.del('operations/read-only');
    this.changed(t('readOnly.isOff'));
  }

  render() {
    return html`<div class="gl-head"><h1>${t('readOnly.title')}</h1></div>
      <p class="gl-muted">${t('readOnly.help')}</p>
      ${states(this.#status, view => (view.on ? this.renderOn(view) : this.renderOff()))}`;
  }

  renderOn(view) {
    return html`<div class="gl-panel gl-stack">
      <p>${t('readOnly.by', { account: view.account, since: format.dateTime(view.since) })}</p>
      <p>${view.reason}</p>
      ${view.writing ? html`<p class="gl-alert" data-kind="warn">${t('readOnly.writing', { count: format.number(view.writing) })}</p>` : nothing}
      <div class="gl-actions"><button type="button" class="gl-primary" @click=${() => this.off()}>${t('readOnly.off')}</button></div></div>`;
  }

  renderOff() {
    return html`<div class="gl-panel"><gl-form .fields=${this.fields()} submit-label=${t('readOnly.on')}
      .submit=${value => api.put('operations/read-only', value)}
      @gl-done=${() => this.changed(t('readOnly.isOn'))}></gl-form></div>`;
  }
});
