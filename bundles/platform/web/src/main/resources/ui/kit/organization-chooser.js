// Chooses an organisation, of the party or from outside, by name or code.
import { api } from './api.js';
import { Chooser, isAbsent } from './chooser.js';
import { define } from './element.js';
import { html } from './lit.js';
import { Places } from './units.js';

const HITS = 20;
const LISTS = { party: 'organization/party-organizations', outside: 'organization/outside-organizations' };

/**
 * `value` code, or codes with `multiple` · `family` party (if absent) or outside · `unit` within which to search · `as-of`
 * date. Fires `gl-change` with `{value, organization}`.
 */
class OrganizationChooser extends Chooser {
  static properties = { family: {}, unit: {}, asOf: { attribute: 'as-of' } };

  what = 'organization';
  #places = new Places();

  willUpdate(changed) {
    if ((changed.has('asOf') || changed.has('family')) && this.hasUpdated) this.forget();
    super.willUpdate(changed);
  }

  get #list() {
    return LISTS[this.family ?? 'party'];
  }

  valueOf(organization) {
    return organization.code;
  }

  textOf(organization) {
    return organization.name;
  }

  placeOf(organization) {
    return [...this.#places.names(organization.seat), organization.code].join(' › ');
  }

  absent() {
    return isAbsent(this.#list);
  }

  async search(text, signal) {
    const query = { q: text, unit: this.unit, asOf: this.asOf, size: HITS };
    const hits = await api.get(this.#list, { query, signal });
    await this.#places.learn(hits.items.map(organization => organization.seat), this.asOf, signal);
    return hits;
  }

  async find(code, signal) {
    const organization = await api.get(`${this.#list}/${encodeURIComponent(code)}`, { query: { asOf: this.asOf }, signal });
    await this.#places.learn([organization.seat], this.asOf, signal);
    return organization;
  }

  forget() {
    this.#places.forget();
    super.forget();
  }

  option(organization) {
    return html`
      <span class="gl-chooser-name">${organization.name}</span>
      <small class="gl-chooser-place">${this.placeOf(organization)}</small>`;
  }
}

define('gl-organization-chooser', OrganizationChooser);
