// The name of a unit, where only its code is known.
import { html, nothing } from './lit.js';
import { api } from './api.js';
import { Element, define } from './element.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const known = new Map();
let wanted = null;
let isAbsent = false;

/** `<gl-unit code>`: its name; the code where the name cannot be had; the whole district without a code. */
define('gl-unit', class extends Element {
  static properties = { code: {}, name: { state: true } };

  willUpdate(changed) {
    if (!changed.has('code')) return;
    const { code } = this;
    this.name = known.get(code);
    if (code && !known.has(code) && !isAbsent) {
      ask(code).then(name => {
        if (code === this.code) this.name = name;
      });
    }
  }

  render() {
    if (!this.code) return t('kit.unit.all');
    return html`<span title=${this.name ? this.code : nothing}>${this.name ?? this.code}</span>`;
  }
});

/** One request for all that are asked for at the same time. */
function ask(code) {
  wanted ??= { codes: new Set(), names: Promise.resolve().then(learn) };
  wanted.codes.add(code);
  return wanted.names.then(() => known.get(code));
}

async function learn() {
  const codes = [...wanted.codes];
  wanted = null;
  try {
    const names = await api.get('organization/names', { query: { unit: codes.join(',') } });
    for (const { asked, name } of names) known.set(asked, name);
  } catch (error) {
    // The code says which one it is as well. Where there is no territory, it is asked for once.
    isAbsent = error.status === 404;
  }
}
