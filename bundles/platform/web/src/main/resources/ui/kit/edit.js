/** A form on a record that others may change at the same time. */
import { Element, define } from './element.js';
import { html, keyed, nothing } from './lit.js';
import { Problem } from './problem.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const same = (a, b) => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
const CHANGED = 412;

/**
 * `.record={body, etag}` as it was read, `.read`, `.fields(record)`, `.toValue(record)`, `.write(value, options)`; with
 * `.show(answer, value, record)` what would follow is seen before it is written.
 */
define('gl-edit', class extends Element {
  static properties = {
    record: { attribute: false },
    read: { attribute: false },
    fields: { attribute: false },
    toValue: { attribute: false },
    write: { attribute: false },
    show: { attribute: false },
    label: { attribute: false },
    cancel: { attribute: false },
    value: { state: true },
    newest: { state: true },
  };

  constructor() {
    super();
    this.submit = this.submit.bind(this);
  }

  willUpdate() {
    if (!this.value) {
      this.base = this.toValue(this.record.body);
      this.value = this.base;
    }
  }

  async submit(value, options) {
    const { etag } = this.record;
    this.typed = value;
    try {
      return await this.write(value, { ...options, etag, changed: name => !same(value[name], this.base[name]) });
    } catch (problem) {
      if (problem instanceof Problem && problem.status === CHANGED) this.newest = await this.read();
      throw problem;
    }
  }

  /** What was changed meanwhile is read out, and the way on is at hand. */
  async updated(changed) {
    if (!changed.has('newest') || !this.newest) return;
    await this.querySelector('gl-form').updateComplete;
    requestAnimationFrame(() => {
      this.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' });
      this.querySelector('[role=alert] button')?.focus({ preventScroll: true });
    });
  }

  /** Goes on from the newest record, with what was typed over it. */
  takeNewest() {
    const former = this.base;
    this.record = this.newest;
    this.base = this.toValue(this.record.body);
    const typed = Object.entries(this.typed).filter(([name, part]) => !same(part, former[name]));
    this.value = { ...this.base, ...Object.fromEntries(typed) };
    this.newest = undefined;
  }

  differences() {
    const now = this.toValue(this.newest.body);
    return this.fields(this.newest.body)
      .filter(({ name }) => !same(now[name], this.base[name]))
      .map(({ name, label }) => ({ label, before: this.base[name], now: now[name] }));
  }

  renderConflict() {
    if (!this.newest) return nothing;
    const differences = this.differences();
    const said = value => [value ?? []].flat().join(', ') || t('edit.none');
    return html`
      <div class="gl-alert" data-kind="warn" role="alert">
        <p>${differences.length ? t('edit.changed') : t('edit.changedElsewhere')}</p>
        <ul>${differences.map(({ label, before, now }) => html`
          <li>${t('edit.difference', { field: label, before: said(before), now: said(now) })}</li>`)}</ul>
        <button type="button" @click=${this.takeNewest}>${t('edit.takeNewest')}</button>
      </div>`;
  }

  render() {
    return html`
      ${this.renderConflict()}
      ${keyed(this.record.etag, this.show ? this.renderPreviewed() : this.renderForm())}`;
  }

  renderForm() {
    return html`<gl-form .fields=${this.fields(this.record.body)} .value=${this.value}
      .submit=${this.submit} submit-label=${this.label} .cancel=${this.cancel}></gl-form>`;
  }

  renderPreviewed() {
    const { body } = this.record;
    return html`<gl-previewed .fields=${() => this.fields(body)} .value=${this.value} .send=${this.submit}
      .show=${(answer, value) => this.show(answer, value, body)} .label=${this.label}
      .cancel=${this.cancel}></gl-previewed>`;
  }
});
