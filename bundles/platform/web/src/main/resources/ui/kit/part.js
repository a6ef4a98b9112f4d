// The place of an element that another bundle brings: it loads the module, and keeps what goes wrong to itself.
import { html, render } from './lit.js';
import { failure } from './failure.js';

let attempts = 0;
let reported = null;

addEventListener('error', event => {
  if (!reported) return;
  reported.push(event.error ?? new Error(event.message));
  event.preventDefault();
  event.stopImmediatePropagation();
});

/** `.source={url, tag}`, `.values`: what the element is given. Fires `gl-shown` when the element is there. */
class Part extends HTMLElement {
  #source = null;
  #values = {};
  #content = null;

  constructor() {
    super();
    this.addEventListener('gl-fail', event => {
      if (event.target !== this.#content) return;
      event.preventDefault();
      event.stopPropagation();
      this.#fail(event.detail.error);
    });
  }

  get source() { return this.#source; }

  set source(source) {
    // The same again, as another object, must not make a load under way believe that it is late.
    if (source && source.url === this.#source?.url && source.tag === this.#source?.tag) return;
    this.#source = source;
    this.#load();
  }

  get values() { return this.#values; }

  set values(values) {
    this.#values = values;
    if (this.#content) Object.assign(this.#content, values);
  }

  /** The element, once it is there. */
  get content() { return this.#content; }

  async #load(again = '') {
    const source = this.#source;
    this.#content = null;
    this.replaceChildren();
    if (!source) return;
    this.#busy();
    try {
      await import(source.url + again);
      if (source !== this.#source) return;
      const type = customElements.get(source.tag);
      if (!type) throw new Error(`${source.url} does not define <${source.tag}>`);
      this.#show(new type());
    } catch (error) {
      if (source === this.#source) this.#fail(error);
    }
  }

  /** What a reaction throws does not reach whoever put the element into the page: the browser reports it. */
  #show(element) {
    reported = [];
    try {
      this.#content = Object.assign(element, this.#values);
      this.replaceChildren(element);
      if (reported.length) throw reported[0];
    } finally {
      reported = null;
    }
    this.dispatchEvent(new CustomEvent('gl-shown', { bubbles: true }));
  }

  #busy() {
    const box = document.createElement('div');
    render(html`<gl-busy></gl-busy>`, box);
    this.replaceChildren(box);
  }

  /** Under a new address, as the browser remembers that a module failed. */
  #fail(error) {
    console.warn(`${this.#source?.url}: ${error?.stack ?? error}`);
    this.#content = null;
    this.replaceChildren(failure(error, () => this.#load(`?again=${++attempts}`)));
    this.dispatchEvent(new CustomEvent('gl-shown', { bubbles: true }));
  }
}

customElements.define('gl-part', Part);
