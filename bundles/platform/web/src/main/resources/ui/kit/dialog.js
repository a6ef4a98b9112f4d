// Dialogs, on the browser's own.
import { html, nothing, ref, createRef, render } from './lit.js';
import { Element, define } from './element.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);

/** `<gl-dialog heading .body .open size="wide">`; fires `gl-close` when the reader closes it. */
define('gl-dialog', class extends Element {
  static properties = {
    heading: {}, body: { attribute: false }, open: { type: Boolean }, size: {},
  };

  #dialog = createRef();

  render() {
    return html`
      <dialog ${ref(this.#dialog)} class="gl-dialog" data-size=${this.size ?? nothing} aria-label=${this.heading}
          @close=${this.#closed} @cancel=${this.#leave}>
        ${this.open ? html`
          <header class="gl-dialog-head">
            <h2>${this.heading}</h2>
            <button type="button" class="gl-quiet" aria-label=${t('kit.close')} @click=${this.#leave}>
              <gl-icon name="close"></gl-icon>
            </button>
          </header>
          <div class="gl-dialog-body">${this.body}</div>` : nothing}
      </dialog>`;
  }

  updated() {
    const dialog = this.#dialog.value;
    if (this.open && dialog && !dialog.open) this.#show(dialog);
    else if (!this.open && dialog?.open) dialog.close();
  }

  /** The reader begins where there is something to fill in, once the elements inside have shown themselves. */
  #show(dialog) {
    dialog.showModal();
    requestAnimationFrame(() => {
      const body = dialog.querySelector('.gl-dialog-body');
      (body?.querySelector('[autofocus]') ?? body?.querySelector('input, select, textarea'))?.focus();
    });
  }

  /** What was typed in is not lost by mistake. */
  async #leave(event) {
    event.preventDefault();
    const unsaved = [...this.querySelectorAll('gl-form')].find(form => form.dirty);
    if (!unsaved || (await unsaved.mayDiscard())) this.#dialog.value.close();
  }

  #closed() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new CustomEvent('gl-close', { bubbles: true }));
  }
});

/**
 * Opens a dialog outside any page.
 *
 * @param {{heading: string, body: unknown, size?: 'wide'}} options the body is a template or makes one of `close`
 * @returns {{close: (answer?: unknown) => void, closed: Promise<unknown>}}
 */
export function openDialog({ heading, body, size }) {
  const place = document.createElement('div');
  document.body.append(place);
  let end;
  const closed = new Promise(resolve => { end = resolve; });
  const close = answer => {
    if (!place.isConnected) return;
    end(answer); // before anything that closes tells of it
    // Gives the focus back to where it was.
    place.querySelector('dialog').close();
    render(nothing, place);
    place.remove();
  };
  const content = typeof body === 'function' ? body(close) : body;
  // Other dialogs inside close by themselves.
  const mine = event => { if (event.target.parentElement === place) close(); };
  render(html`<gl-dialog .heading=${heading} .body=${content} .size=${size} open @gl-close=${mine}></gl-dialog>`, place);
  return { close, closed };
}

/**
 * A question with a way out.
 *
 * @returns {Promise<boolean>} whether the action was chosen
 */
export async function confirm({ title, body = nothing, action, danger = false }) {
  const { closed } = openDialog({
    heading: title,
    body: close => html`
      ${typeof body === 'string' ? html`<p>${body}</p>` : body}
      <div class="gl-actions">
        <button type="button" class=${danger ? 'gl-danger' : 'gl-primary'} @click=${() => close(true)}>${action}</button>
        <button type="button" autofocus @click=${() => close(false)}>${t('kit.cancel')}</button>
      </div>`,
  });
  return (await closed) === true;
}
