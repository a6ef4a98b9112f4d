// A form made of a list of fields: checks, sends once, shows each violation where it belongs.
import { html, nothing } from './lit.js';
import { Element, define } from './element.js';
import { control } from './field.js';
import { confirm } from './dialog.js';
import { failureTemplate } from './failure.js';
import { faultOf } from './checks.js';
import { valueAt, withValueAt } from './path.js';
import { Problem } from './problem.js';
import { router } from './router.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
let count = 0;

/**
 * @typedef {object} Field
 * @property {string} name also a path, as in `members[1].unit`
 * @property {string} label
 * @property {string} [type] text textarea number date select checkbox radio unit units person organization document
 *     file password hidden; text if absent
 * @property {boolean} [required]
 * @property {{value: unknown, label: string, group?: string}[]} [options]
 * @property {string} [help]
 * @property {number|string} [min]
 * @property {number|string} [max]
 * @property {number} [maxLength]
 * @property {string} [pattern] `help` says in words what it wants
 * @property {(value: object) => boolean} [show]
 */
define('gl-form', class extends Element {
  static properties = {
    fields: { attribute: false },
    value: { attribute: false },
    submit: { attribute: false },
    cancel: { attribute: false },
    submitLabel: { attribute: 'submit-label' },
    unguarded: { type: Boolean },
    draft: { state: true },
    faults: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #id = `gl-form-${++count}`;
  #given;
  #key = crypto.randomUUID();
  #stayed = null;
  #unload = event => event.preventDefault();

  constructor() {
    super();
    this.fields = [];
    this.draft = {};
    this.faults = [];
    this.problem = null;
    this.busy = false;
  }

  /** Whether something was typed in that is not saved yet. */
  get dirty() { return this.#stayed !== null; }

  /** Asks whether what was typed in may be lost. */
  mayDiscard() {
    return mayDiscard();
  }

  willUpdate() {
    const given = JSON.stringify(this.value ?? {});
    if (given === this.#given) return;
    this.#given = given;
    this.draft = this.value ?? {};
    this.#keep(false);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#keep(false);
  }

  get #shown() {
    return this.fields.filter(field => !field.show || field.show(this.draft));
  }

  render() {
    const rest = this.faults.filter(fault => !this.#shown.some(field => belongs(fault, field)));
    return html`
      <form class="gl-form" novalidate aria-busy=${this.busy ? 'true' : 'false'} @submit=${this.#send}>
        ${this.problem && !(this.problem instanceof Problem && this.faults.length) ? failureTemplate(this.problem) : nothing}
        ${this.faults.length ? html`
          <div class="gl-alert" data-kind="bad" role="alert">
            <strong>${t('kit.form.faults', { count: this.faults.length })}</strong>
            ${rest.map(fault => html`<p>${fault.field ? `${fault.field}: ` : ''}${fault.message}</p>`)}
          </div>` : nothing}
        ${this.#shown.map(field => this.#field(field))}
        <div class="gl-actions">
          <button class="gl-primary" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${this.busy ? html`<span class="gl-spinner" aria-hidden="true"></span>` : nothing}
            ${this.submitLabel ?? t('kit.form.save')}</button>
          ${this.cancel ? html`<button type="button" @click=${() => this.cancel()}>${t('kit.cancel')}</button>` : nothing}
        </div>
      </form>`;
  }

  #field(field) {
    const faults = this.faults.filter(fault => belongs(fault, field));
    return control({
      field,
      faults,
      id: `${this.#id}-${field.name.replace(/\W+/g, '-')}`,
      value: valueAt(this.draft, field.name),
      change: value => this.#change(field, value),
    });
  }

  #change(field, value) {
    this.draft = withValueAt(this.draft, field.name, value);
    this.faults = this.faults.filter(fault => !belongs(fault, field));
    this.#key = crypto.randomUUID();
    this.#keep(true);
    this.dispatchEvent(new CustomEvent('gl-change', { detail: { value: this.draft, name: field.name }, bubbles: true }));
  }

  async #send(event) {
    event.preventDefault();
    if (this.busy) return;
    this.problem = null;
    this.faults = this.#shown
      .map(field => ({ field: field.name, message: faultOf(field, valueAt(this.draft, field.name)) }))
      .filter(fault => fault.message);
    if (this.faults.length) {
      this.#showFaults();
      return;
    }
    this.busy = true;
    try {
      const answer = await this.submit(this.#outcome(), { key: this.#key });
      this.#key = crypto.randomUUID();
      this.#keep(false);
      this.dispatchEvent(new CustomEvent('gl-done', { detail: answer, bubbles: true }));
    } catch (error) {
      this.#refused(error);
    } finally {
      this.busy = false;
    }
  }

  /** What is not shown is not sent, except what is `hidden`. */
  #outcome() {
    return this.fields
      .filter(field => !this.#shown.includes(field))
      .reduce((value, field) => withValueAt(value, field.name, undefined), this.draft);
  }

  #refused(error) {
    this.problem = error;
    this.faults = error instanceof Problem ? error.violations.map(it => ({ ...it, field: it.field ?? '' })) : [];
    // Whether it was done is known, so what is sent next is something else.
    if (error.status >= 400 && error.status < 500) this.#key = crypto.randomUUID();
    this.#showFaults();
  }

  async #showFaults() {
    await this.updateComplete;
    const first = this.querySelector('[aria-invalid=true]');
    (first ?? this.querySelector('.gl-alert'))?.scrollIntoView({ block: 'nearest' });
    first?.focus();
  }

  /** Asks before what was typed in is lost. */
  #keep(dirty) {
    if (dirty === this.dirty || this.unguarded) return;
    if (dirty) {
      this.#stayed = router.beforeLeaving(mayDiscard);
      addEventListener('beforeunload', this.#unload);
    } else {
      this.#stayed();
      this.#stayed = null;
      removeEventListener('beforeunload', this.#unload);
    }
  }
});

function mayDiscard() {
  return confirm({
    title: t('kit.form.discardTitle'), body: t('kit.form.discardBody'), action: t('kit.form.discard'), danger: true,
  });
}

/** A violation inside a field's value belongs to the field. */
function belongs(fault, field) {
  return fault.field === field.name || fault.field.startsWith(`${field.name}.`) || fault.field.startsWith(`${field.name}[`);
}
