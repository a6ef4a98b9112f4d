// Chooses a document of the register, by number, title or issuer.
import { api } from './api.js';
import { Chooser, isAbsent } from './chooser.js';
import { define } from './element.js';
import { format } from './format.js';
import { html } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const HITS = 20;
const LIST = 'organization/documents';

/** `value` the document's number, or numbers with `multiple`. Fires `gl-change` with `{value, document}`. */
class DocumentChooser extends Chooser {
  what = 'document';

  constructor() {
    super();
    this.placeholder = t('document.type');
  }

  valueOf(document) {
    return document.number;
  }

  textOf(document) {
    return document.number;
  }

  placeOf(document) {
    return document.title;
  }

  absent() {
    return isAbsent(LIST);
  }

  search(text, signal) {
    return api.get(LIST, { query: { q: text, size: HITS }, signal });
  }

  async find(number, signal) {
    const { items } = await this.search(number, signal);
    return items.find(document => document.number === number) ?? null;
  }

  option(document) {
    return html`
      <span class="gl-chooser-name">${document.number}</span> <small>${document.issuer} · ${format.date(document.issuedOn)}</small>
      <small class="gl-chooser-place">${document.title}</small>`;
  }
}

define('gl-document-chooser', DocumentChooser);
