// What other bundles put into a page.
import { html, repeat } from './lit.js';
import { Element, define } from './element.js';
import { registry } from './registry.js';

/** Template: a panel for each bundle that has something to say about `context`. */
export function slots(name, context) {
  return html`<gl-slots .name=${name} .context=${context}></gl-slots>`;
}

/** Columns for `<gl-table>` that other bundles bring; each element gets the row's record as `context`. */
export function slotColumns(name) {
  return registry.slots(name).map(slot => ({
    key: slot.tag,
    label: slot.label,
    // What an element shows is in no file.
    export: false,
    render: context => html`<gl-part .source=${slot} .values=${{ context }}></gl-part>`,
  }));
}

define('gl-slots', class extends Element {
  static properties = { name: {}, context: { attribute: false } };

  #shown = new Map();
  #changed = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    registry.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    registry.removeEventListener('change', this.#changed);
  }

  render() {
    return repeat(registry.slots(this.name), slot => slot.tag, slot => html`
      <section class="gl-panel" aria-label=${slot.label}>
        <h2>${slot.label}</h2>
        <gl-part .source=${this.#first(slot)} .values=${{ context: this.context }}></gl-part>
      </section>`);
  }

  /** What is open stays as it is until the page is left, even if its module is updated. */
  #first(slot) {
    if (!this.#shown.has(slot.tag)) this.#shown.set(slot.tag, slot);
    return this.#shown.get(slot.tag);
  }
});
