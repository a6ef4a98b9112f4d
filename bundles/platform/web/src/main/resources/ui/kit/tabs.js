// Tabs as WAI-ARIA's pattern has them; which one is shown stands in the address (`tab=`).
import { html, keyed, nothing } from './lit.js';
import { Element, define } from './element.js';
import { router } from './router.js';

let count = 0;

/** `<gl-tabs .tabs=${[{id, label, body: () => template}]} selected="first">`; fires `gl-select`. */
define('gl-tabs', class extends Element {
  static properties = { tabs: { attribute: false }, selected: {}, label: {} };

  #prefix = `gl-tabs-${++count}`;
  #arrived = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.#arrived);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.#arrived);
  }

  get #current() {
    const tabs = this.tabs ?? [];
    return tabs.find(tab => tab.id === router.route.params.tab) ?? tabs.find(tab => tab.id === this.selected) ?? tabs[0];
  }

  render() {
    const current = this.#current;
    if (!current) return nothing;
    return html`
      <div class="gl-tabs" role="tablist" aria-label=${this.label ?? nothing} @keydown=${this.#move}>
        ${this.tabs.map(tab => html`
          <button type="button" role="tab" id=${`${this.#prefix}-${tab.id}`} data-id=${tab.id}
            aria-selected=${tab === current ? 'true' : 'false'} aria-controls=${`${this.#prefix}-panel`}
            tabindex=${tab === current ? 0 : -1} @click=${() => this.#select(tab)}>${tab.label}</button>`)}
      </div>
      <div role="tabpanel" id=${`${this.#prefix}-panel`} aria-labelledby=${`${this.#prefix}-${current.id}`}>
        ${keyed(current.id, current.body())}
      </div>`;
  }

  /** What was typed in into the tab that is left is not lost by mistake. */
  async #select(tab) {
    if (tab === this.#current) return;
    const unsaved = [...this.querySelectorAll('gl-form')].find(form => form.dirty);
    if (unsaved && !(await unsaved.mayDiscard())) return;
    router.stay({ tab: tab.id }, { replace: true });
    this.dispatchEvent(new CustomEvent('gl-select', { detail: { id: tab.id }, bubbles: true }));
  }

  async #move(event) {
    const at = this.tabs.indexOf(this.#current);
    const last = this.tabs.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    await this.#select(this.tabs[next]);
    await this.updateComplete;
    this.querySelector('[role=tab][aria-selected=true]').focus();
  }
});
