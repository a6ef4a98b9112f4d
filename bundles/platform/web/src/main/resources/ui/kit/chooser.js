// What choosers have in common: a combobox (WAI-ARIA) over what a search finds, and what was chosen.
import { api } from './api.js';
import { counted } from './count.js';
import { Element } from './element.js';
import { html, nothing, live } from './lit.js';
import { Problem } from './problem.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const PAUSE = 250;
let count = 0;

/**
 * A subclass says what is found: `search(text, signal)` → `{items, total, atLeast?}`, `find(value, signal)` → item or null,
 * `valueOf(item)`, `textOf(item)`, `placeOf(item)`, `option(item)` → template, `least` characters to search for, `absent()` whether
 * there is nothing to search in. `compact`: the label is for screen readers, and what is below the input in its title.
 * Fires `gl-change` with `{value}` and the item, or items, under the name `what`.
 */
export class Chooser extends Element {
  static properties = {
    value: {},
    label: {},
    placeholder: {},
    required: { type: Boolean },
    disabled: { type: Boolean },
    multiple: { type: Boolean },
    invalid: { type: Boolean },
    compact: { type: Boolean },
    inputId: { attribute: 'input-id' },
    describedBy: { attribute: 'described-by' },
  };

  least = 2;
  what = 'item';

  #items = new Map();
  #typed = null;
  #hits = null;
  #active = -1;
  #fault = '';
  #plain = false;
  #timer = 0;
  #last = '';
  #searching = null;
  #finding = new AbortController();
  #id = `gl-chooser-${++count}`;

  constructor() {
    super();
    this.value = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
    this.#finding.abort();
    this.#finding = new AbortController();
  }

  willUpdate(changed) {
    if (!changed.has('value')) return;
    if (this.value !== this.#last) this.#revert();
    this.#last = this.value;
    this.#learn();
  }

  /** @returns {string[]} */
  get values() {
    return (Array.isArray(this.value) ? this.value : [this.value]).filter(Boolean).map(String);
  }

  focus() {
    this.#input?.focus();
  }

  /** Forgets what was found: it is another day, or another place. */
  forget() {
    this.#items.clear();
    this.#stop();
    this.#learn();
  }

  get #input() {
    return this.querySelector('input');
  }

  /** Looks up the names of values that were set from outside. */
  async #learn() {
    const { signal } = this.#finding;
    const unknown = this.values.filter(value => !this.#items.has(value));
    await Promise.all(unknown.map(async value => {
      const item = await this.#found(value, signal);
      if (item) this.#items.set(value, item);
    }));
    if (unknown.length && !signal.aborted) this.requestUpdate();
  }

  async #found(value, signal) {
    try {
      return await this.find(value, signal);
    } catch (error) {
      if (isRefusal(error) && !signal.aborted && await this.absent()) this.#plain = true;
      return null;
    }
  }

  render() {
    const id = this.inputId || this.#id;
    return html`
      <div class="gl-chooser" ?data-open=${this.#isOpen}>
        ${this.label ? html`<label for=${id} class=${this.compact ? 'gl-visually-hidden' : ''}>${this.label}</label>` : nothing}
        ${this.multiple ? this.#chips() : nothing}
        <div class="gl-chooser-box">
          <input id=${id} type="text" autocomplete="off" spellcheck="false"
            role=${this.#plain ? nothing : 'combobox'}
            aria-autocomplete=${this.#plain ? nothing : 'list'}
            aria-expanded=${this.#plain ? nothing : this.#isOpen}
            aria-controls=${this.#plain ? nothing : `${this.#id}-list`}
            aria-activedescendant=${this.#active >= 0 ? `${this.#id}-${this.#active}` : nothing}
            aria-invalid=${this.invalid || this.#fault ? 'true' : nothing}
            aria-describedby=${[this.describedBy, `${this.#id}-note`].filter(Boolean).join(' ')}
            placeholder=${this.#hint} title=${(this.compact && this.#place) || nothing} ?disabled=${this.disabled}
            ?required=${this.required && !(this.multiple && this.values.length)}
            .value=${live(this.#text)}
            @input=${this.#onInput} @keydown=${this.#onKey} @change=${this.#onTyped} @blur=${this.#onLeave}>
          ${this.#canClear ? html`<button type="button" class="gl-quiet" tabindex="-1" aria-label=${t('chooser.clear')}
            title=${t('chooser.clear')} @click=${this.#onClear}><gl-icon name="close"></gl-icon></button>` : nothing}
          ${this.#plain || this.disabled ? nothing : this.browse()}
        </div>
        ${this.#list()}
        <p class="gl-chooser-note" id="${this.#id}-note" ?data-fault=${this.#fault}>${this.#note}</p>
        <p class="gl-visually-hidden" role="status">${this.#spoken}</p>
      </div>`;
  }

  /** Another way to choose, beside the input. */
  browse() {
    return nothing;
  }

  /** Where what was chosen belongs: shown below the input. */
  placeOf() {
    return '';
  }

  get #place() {
    const item = this.multiple ? null : this.#items.get(this.values[0]);
    return item && this.#typed === null ? this.placeOf(item) : '';
  }

  get #note() {
    return this.#fault || (this.compact ? '' : this.#place);
  }

  get #hint() {
    return this.placeholder ?? (this.#plain ? t('chooser.typeCode') : t('chooser.type'));
  }

  get #text() {
    if (this.#typed !== null) return this.#typed;
    const [value] = this.values;
    if (this.multiple || !value) return '';
    const item = this.#items.get(value);
    return item ? this.textOf(item) : value;
  }

  get #canClear() {
    return !this.disabled && !this.multiple && Boolean(this.#text);
  }

  get #isOpen() {
    return this.#hits !== null;
  }

  get #spoken() {
    if (this.#hits === null) return '';
    return this.#hits.total ? t('chooser.found', { count: counted(this.#hits) }) : t('chooser.nothing');
  }

  #chips() {
    if (!this.values.length) return nothing;
    return html`
      <ul class="gl-chips" aria-label=${t('chooser.chosen')}>
        ${this.values.map(value => {
          const text = this.#items.has(value) ? this.textOf(this.#items.get(value)) : value;
          return html`<li class="gl-chip">${text}${this.disabled ? nothing : html`
            <button type="button" aria-label=${t('chooser.remove', { name: text })}
              @click=${() => this.#remove(value)}><gl-icon name="close"></gl-icon></button>`}</li>`;
        })}
      </ul>`;
  }

  #list() {
    if (this.#plain) return nothing;
    const hits = this.#hits ?? { items: [], total: 0 };
    const { items, total } = hits;
    return html`
      <div class="gl-chooser-popup" ?hidden=${!this.#isOpen} @mousedown=${event => event.preventDefault()}>
        <ul role="listbox" id="${this.#id}-list" aria-label=${this.label || t('chooser.hits')}
            aria-multiselectable=${this.multiple || nothing}>
          ${items.map((item, index) => html`
            <li role="option" class="gl-chooser-option" id="${this.#id}-${index}"
              aria-selected=${this.multiple ? this.values.includes(this.valueOf(item)) : index === this.#active}
              ?data-active=${index === this.#active}
              @click=${() => this.choose(item)}>${this.option(item)}</li>`)}
        </ul>
        ${this.#isOpen && !items.length ? html`<p>${t('chooser.nothing')}</p>` : nothing}
        ${total > items.length ? html`<p>${t('chooser.some', { shown: items.length, count: counted(hits) })}</p>` : nothing}
      </div>`;
  }

  #onInput(event) {
    this.#typed = event.target.value;
    this.#fault = '';
    event.target.setCustomValidity('');
    clearTimeout(this.#timer);
    this.#searching?.abort();
    const text = this.#typed.trim();
    if (this.#plain || [...text].length < this.least) this.#hits = null;
    else this.#timer = setTimeout(() => this.#search(text), PAUSE);
    this.requestUpdate();
  }

  async #search(text) {
    const searching = new AbortController();
    this.#searching = searching;
    try {
      const hits = await this.search(text, searching.signal);
      if (searching.signal.aborted) return;
      this.#hits = hits;
      this.#active = -1;
    } catch (error) {
      if (searching.signal.aborted) return;
      this.#hits = null;
      if (isRefusal(error) && await this.absent()) this.#plain = true;
      else this.blame(t('chooser.failed', { reason: error.message }));
    }
    this.requestUpdate();
  }

  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.#plain) this.#move(step);
    else if (event.key === 'Enter' && this.#typed !== null) this.#enter();
    else if (event.key === 'Escape' && (this.#isOpen || this.#typed !== null)) this.#revert();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(step) {
    const length = this.#hits?.items.length ?? 0;
    if (!length) {
      const text = this.#text.trim();
      if (!this.#isOpen && [...text].length >= this.least) this.#search(text);
      return;
    }
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#active = (from + step + length) % length;
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }));
  }

  #enter() {
    const item = this.#hits?.items[this.#active];
    if (item) this.choose(item);
    else this.#settle();
  }

  /** Back to what was chosen. */
  #revert() {
    this.#stop();
    this.#typed = null;
    this.#fault = '';
    this.#input?.setCustomValidity('');
    this.requestUpdate();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#searching?.abort();
    this.#hits = null;
    this.#active = -1;
  }

  /** A form that listens for changes is told by `gl-change` only. */
  #onTyped(event) {
    event.stopPropagation();
  }

  #onLeave({ relatedTarget }) {
    if (relatedTarget?.matches('.gl-chooser-box > .gl-quiet')) return;
    if (this.#typed === null) this.#revert();
    else if (!this.#fault) this.#enter();
  }

  /** What was typed and not picked from the list: a code, the one hit of that name, nothing, or a mistake. */
  async #settle() {
    const text = this.#typed.trim();
    const named = this.#hits?.items.filter(item => this.textOf(item) === text) ?? [];
    this.#stop();
    if (!text) {
      this.#typed = null;
      if (!this.multiple && this.values.length) this.#change([]);
      this.requestUpdate();
      return;
    }
    if (this.#plain) {
      this.#take(text, null);
      return;
    }
    const item = named.length === 1 ? named[0] : await this.#found(text, this.#finding.signal);
    if (this.#typed?.trim() !== text) return;
    if (item) this.choose(item);
    else if (this.#plain) this.#take(text, null);
    else this.#mistake();
  }

  /** What stands there is nothing; what was chosen before is chosen no more. */
  #mistake() {
    if (!this.multiple && this.values.length) this.#change([]);
    this.blame(t('chooser.unknown'));
  }

  /** Says what is wrong with what stands there. */
  blame(text) {
    this.#fault = text;
    this.#input?.setCustomValidity(text);
    this.requestUpdate();
  }

  choose(item) {
    this.#take(this.valueOf(item), item);
  }

  #take(value, item) {
    this.#revert();
    if (item) this.#items.set(value, item);
    if (!this.multiple) this.#change([value]);
    else if (!this.values.includes(value)) this.#change([...this.values, value]);
  }

  #remove(value) {
    this.#change(this.values.filter(each => each !== value));
    this.focus();
  }

  #onClear() {
    this.#revert();
    if (this.values.length) this.#change([]);
    this.focus();
  }

  #change(values) {
    this.value = this.#last = this.multiple ? values : values[0] ?? '';
    const items = values.map(value => this.#items.get(value) ?? null);
    const detail = { value: this.value, [this.what]: this.multiple ? items : items[0] ?? null };
    this.dispatchEvent(new CustomEvent('gl-change', { detail, bubbles: true }));
  }
}

function isRefusal(error) {
  return error instanceof Problem && (error.status === 404 || error.status === 403);
}

/** Whether a list is not there, as no module brings it, or not for this account. */
export async function isAbsent(list) {
  try {
    await api.get(list, { query: { size: 1 } });
    return false;
  } catch (error) {
    return isRefusal(error);
  }
}
