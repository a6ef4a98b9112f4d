// Small things: waiting, a lamp, an empty list.
import { html, nothing } from './lit.js';
import { Element, define } from './element.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const PAUSE = 300;

/** Something is on its way. `quiet`: what was there is still to be seen. */
define('gl-busy', class extends Element {
  static properties = { label: {}, quiet: { type: Boolean } };

  render() {
    return html`<span class="gl-busy" role="status" data-quiet=${this.quiet ? 'yes' : nothing}>
      <span class="gl-spinner" aria-hidden="true"></span>
      <span class=${this.quiet ? 'gl-visually-hidden' : ''}>${this.label ?? t('kit.busy')}</span>
    </span>`;
  }
});

/** green, yellow or red: said in words as well, so that nobody needs to see the colour. */
define('gl-lamp', class extends Element {
  static properties = { state: {}, label: {} };

  render() {
    if (!this.state) return nothing;
    return html`<span class="gl-lamp" data-state=${this.state}>${this.label ?? t(`kit.lamp.${this.state}`)}</span>`;
  }
});

/** There is nothing: what it would be (`label`), and what to do first (`.action`). */
define('gl-empty', class extends Element {
  static properties = { label: {}, icon: {}, action: { attribute: false } };

  render() {
    return html`<div class="gl-empty"><gl-icon name=${this.icon ?? 'inbox'}></gl-icon>
      <p>${this.label ?? t('kit.empty')}</p>${this.action ?? nothing}</div>`;
  }
});

/** A field to search a list with: `gl-change` with `{value}` when the reader pauses or presses Enter. */
define('gl-search', class extends Element {
  static properties = { label: {}, value: {} };

  #timer = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<label><span>${this.label ?? t('kit.search')}</span>
      <input type="search" .value=${this.value ?? ''} @input=${this.#wait} @change=${this.#tell}></label>`;
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), PAUSE);
  }

  #tell() {
    clearTimeout(this.#timer);
    const value = this.querySelector('input').value.trim();
    if (value === (this.value ?? '')) return;
    this.value = value;
    this.dispatchEvent(new CustomEvent('gl-change', { detail: { value }, bubbles: true }));
  }
});
