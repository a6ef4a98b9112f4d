// A change of a module as it would be, then done; and the sending of a file.
import { html, nothing, Element, Task, api, define, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

/** `.module`, `.action`, `.cancel`; fires `gl-done` with the outcome. */
define('modules-plan', class extends Element {
  static properties = {
    module: { attribute: false },
    action: {},
    cancel: { attribute: false },
    force: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  #plan = new Task(this, {
    args: () => [this.module.feature, this.action],
    task: async ([feature, action], { signal }) =>
      (await api.post(`modules/${feature}/plan`, { action: action.toUpperCase() }, { key: null, signal })).body,
  });

  render() {
    return states(this.#plan, plan => this.#shown(plan));
  }

  #shown(plan) {
    const insist = plan.objections.length > 0 && plan.objections.every(objection => objection.forceable);
    const possible = plan.objections.length === 0 || (insist && this.force);
    return html`
      <p>${plan.from ? html`${plan.from} → ` : nothing}${plan.to ?? t('modules.plan.none')}</p>
      ${plan.objections.map(objection => html`
        <div class="gl-alert" data-kind=${objection.forceable ? 'warn' : 'bad'} role="alert">${objection.text}</div>`)}
      ${insist ? html`<label class="gl-check"><input type="checkbox" .checked=${Boolean(this.force)}
        @change=${event => { this.force = event.target.checked; }}> ${t('modules.plan.force')}</label>` : nothing}
      ${this.#list('modules.plan.bundles', plan.bundles, it => html`<code>${it.name}</code>
        ${t(`modules.plan.change.${it.change}`)} ${it.from ?? ''} ${it.from && it.to ? '→' : ''} ${it.to ?? ''}`)}
      ${this.#list('modules.plan.along', plan.along, it => html`<code>${it}</code>`)}
      ${this.#list('modules.plan.refreshed', plan.refreshed, it => html`<code>${it}</code>`)}
      ${this.#list('modules.plan.migrations', plan.migrations, it => html`<code>${it.changeSet}</code> ${it.changes.join(', ')}
        ${it.addsOnly ? nothing : html`<span class="gl-tag" data-kind="warn">${t('modules.plan.noWayBack')}</span>`}`)}
      ${this.#list('modules.plan.keeps', plan.keeps, it => html`<code>${it}</code>`)}
      ${this.problem ? html`<div class="gl-alert" data-kind="bad" role="alert"><strong>${this.problem.title}</strong>
        ${this.problem.detail}</div>` : nothing}
      <div class="gl-actions">
        <button type="button" class=${this.action === 'uninstall' ? 'gl-danger' : 'gl-primary'} ?disabled=${!possible || this.busy}
          @click=${() => this.#carryOut()}>${this.busy ? t('modules.plan.busy') : t(`modules.action.${this.action}`)}</button>
        <button type="button" ?disabled=${this.busy} @click=${this.cancel}>${t('modules.plan.cancel')}</button>
      </div>`;
  }

  #list(title, items, shown) {
    return items.length ? html`<h3>${t(title)}</h3><ul class="gl-list">${items.map(it => html`<li>${shown(it)}</li>`)}</ul>` : nothing;
  }

  async #carryOut() {
    this.busy = true;
    this.problem = undefined;
    try {
      // Without a key: what was done already is refused by itself, and the answer takes long.
      const { body } = await api.post(`modules/${this.module.feature}/${this.action}`, { force: Boolean(this.force) }, { key: null });
      if (body.problems.length) this.problem = { title: t('modules.plan.ill'), detail: body.problems.join('; ') };
      else this.dispatchEvent(new CustomEvent('gl-done', { detail: body, bubbles: true }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
});

/** Sends a file that somebody whom the operator trusts signed; fires `gl-done` with what can be installed now. */
define('modules-file', class extends Element {
  static properties = { cancel: { attribute: false }, file: { state: true }, busy: { state: true }, problem: { state: true } };

  render() {
    return html`
      <p class="gl-muted">${t('modules.file.help')}</p>
      <label class="gl-field"><span>${t('modules.file.label')}</span>
        <input type="file" accept=".kar,.jar" @change=${event => { this.file = event.target.files[0]; this.problem = undefined; }}></label>
      ${this.problem ? html`<div class="gl-alert" data-kind="bad" role="alert"><strong>${this.problem.title}</strong>
        ${this.problem.detail}${(this.problem.violations ?? []).map(it => html`<div>${it.message}</div>`)}</div>` : nothing}
      <div class="gl-actions">
        <button type="button" class="gl-primary" ?disabled=${!this.file || this.busy} @click=${() => this.#send()}>${t('modules.send')}</button>
        <button type="button" ?disabled=${this.busy} @click=${this.cancel}>${t('modules.plan.cancel')}</button>
      </div>`;
  }

  async #send() {
    this.busy = true;
    this.problem = undefined;
    try {
      const { body } = await api.post('modules/files', this.file, { type: 'application/octet-stream', key: null });
      this.dispatchEvent(new CustomEvent('gl-done', { detail: body, bubbles: true }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
});
