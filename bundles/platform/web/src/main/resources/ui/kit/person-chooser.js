// Chooses a person of the district's lists, by name or number.
import { api } from './api.js';
import { Chooser, isAbsent } from './chooser.js';
import { define } from './element.js';
import { html } from './lit.js';
import { Places } from './units.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const HITS = 20;
const LIST = 'organization/people';

/**
 * `value` the person's number, or numbers with `multiple` · `unit` within which to search. Fires `gl-change` with
 * `{value, person}`.
 */
class PersonChooser extends Chooser {
  static properties = { unit: {} };

  what = 'person';
  least = 1;
  #places = new Places();

  valueOf(person) {
    return person.code;
  }

  textOf(person) {
    return person.name;
  }

  placeOf(person) {
    return [...this.#places.names(person.unit), person.code].join(' › ');
  }

  absent() {
    return isAbsent(LIST);
  }

  async search(text, signal) {
    const hits = await api.get(LIST, { query: { q: text, unit: this.unit, size: HITS }, signal });
    await this.#places.learn(hits.items.map(person => person.unit), undefined, signal);
    return hits;
  }

  async find(code, signal) {
    const person = await api.get(`${LIST}/${encodeURIComponent(code)}`, { signal });
    await this.#places.learn([person.unit], undefined, signal);
    return person;
  }

  option(person) {
    const facts = [person.sex && t(`person.${person.sex}`), person.birthYear].filter(Boolean).join(' · ');
    return html`
      <span class="gl-chooser-name">${person.name}</span> <small>${facts}</small>
      <small class="gl-chooser-place">${this.placeOf(person)}</small>`;
  }
}

define('gl-person-chooser', PersonChooser);
