// A personal datum: masked, and in clear for a while for who says why.
import { openDialog } from './dialog.js';
import { Element, define } from './element.js';
import { html, nothing } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const SHOWN_FOR = 60_000;

/**
 * `value` as it is masked, `label` what it is, `.reveal = async reason => text` asks the server; without it there is no
 * button. What was shown is hidden again after a minute, or when the value changes.
 */
define('gl-masked', class extends Element {
  static properties = { value: {}, label: {}, reveal: { attribute: false }, clear: { state: true } };

  #timer = 0;

  willUpdate(changed) {
    if (changed.has('value')) this.#hide();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#hide();
  }

  render() {
    if (!this.value) return nothing;
    const isShown = this.clear !== undefined;
    return html`<span class="gl-number" aria-live="polite">${isShown ? this.clear : this.value}</span>
      ${isShown || this.reveal ? html`<button type="button" class="gl-quiet gl-small"
        aria-label=${t(isShown ? 'masked.hideOf' : 'masked.showOf', { label: this.label })}
        @click=${() => (isShown ? this.#hide() : this.#ask())}>${t(isShown ? 'masked.hide' : 'masked.show')}</button>` : nothing}`;
  }

  async #ask() {
    const { closed } = openDialog({
      heading: t('masked.showOf', { label: this.label }),
      body: close => html`<p>${t('masked.recorded')}</p>
        <gl-form unguarded submit-label=${t('masked.show')} .cancel=${() => close()} @gl-done=${event => close(event.detail)}
          .fields=${[{ name: 'reason', label: t('masked.reason'), type: 'text', required: true, maxLength: 200 }]}
          .value=${{}} .submit=${({ reason }) => this.reveal(reason)}></gl-form>`,
    });
    const clear = await closed;
    if (clear === undefined || !this.isConnected) return;
    this.clear = clear;
    this.#timer = setTimeout(() => this.#hide(), SHOWN_FOR);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.clear = undefined;
  }
});
