/** A change in two steps: the form, then what would follow, before anything is written. */
import { Element, define } from './element.js';
import { format } from './format.js';
import { html, nothing } from './lit.js';
import { Problem } from './problem.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const CHANGED = 412;

/**
 * `.fields(value)`, `.value`, `.send(value, {dryRun, key})` → answer, `.show(answer, value)` → what would follow and from
 * when, `{date, body}`, `.label` of the change; `.refresh()` where the change may simply be looked at again once somebody
 * else changed the record. Fires `gl-done` with the answer to what was done.
 */
define('gl-previewed', class extends Element {
  static properties = {
    label: {},
    danger: { type: Boolean },
    intro: {},
    fields: { attribute: false },
    value: { attribute: false },
    send: { attribute: false },
    show: { attribute: false },
    refresh: { attribute: false },
    cancel: { attribute: false },
    typed: { state: true },
    preview: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.look = this.look.bind(this);
  }

  async look(value, { key }) {
    this.sent = value;
    this.key = key;
    this.preview = await this.outcome(value);
  }

  /** What would follow. Where somebody changed the record meanwhile, the preview shows how things stand now. */
  async outcome(value) {
    const look = () => this.send(value, { dryRun: true, key: null });
    try {
      return await look();
    } catch (problem) {
      if (!this.refresh || !(problem instanceof Problem) || problem.status !== CHANGED) throw problem;
      await this.refresh();
      this.wasChanged = true;
      return look();
    }
  }

  async carryOut() {
    this.busy = true;
    this.problem = undefined;
    try {
      const answer = await this.send(this.sent, { dryRun: false, key: this.key });
      this.dispatchEvent(new CustomEvent('gl-done', { detail: answer, bubbles: true }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  back() {
    this.preview = undefined;
    this.problem = undefined;
  }

  renderPreview() {
    const { date, body } = this.show(this.preview, this.sent);
    return html`
      <section aria-live="polite">
        <h3>${t('preview.title', { date: format.date(date) })}</h3>
        ${this.wasChanged ? html`<p class="gl-alert" data-kind="warn">${t('preview.wasChanged')}</p>` : nothing}
        ${body}
        ${this.problem ? html`<p class="gl-alert" data-kind="bad" role="alert">
          <strong>${this.problem.title}</strong> ${this.problem.detail}</p>` : nothing}
        <div class="gl-actions">
          <button type="button" class=${this.danger ? 'gl-danger' : 'gl-primary'} ?disabled=${this.busy}
            @click=${this.carryOut}>${t('preview.confirm', { action: this.label })}</button>
          <button type="button" ?disabled=${this.busy} @click=${this.back}>${t('preview.back')}</button>
        </div>
      </section>`;
  }

  render() {
    return html`
      ${this.intro ? html`<p>${this.intro}</p>` : nothing}
      <div ?hidden=${Boolean(this.preview)}>
        <gl-form .fields=${this.fields(this.typed ?? this.value)} .value=${this.value} .submit=${this.look}
          .cancel=${this.cancel} submit-label=${t('preview.look')}
          @gl-change=${event => { this.typed = event.detail.value; }}
          @gl-done=${event => event.stopPropagation()}></gl-form>
      </div>
      ${this.preview ? this.renderPreview() : nothing}`;
  }
});
