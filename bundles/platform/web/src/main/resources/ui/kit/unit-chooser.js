// Chooses a unit of territory: by name, by code, or in the tree.
import { api } from './api.js';
import { Chooser } from './chooser.js';
import { openDialog } from './dialog.js';
import { define } from './element.js';
import { html, ref } from './lit.js';
import { Places, levels, tops, way } from './units.js';
import { texts } from './words.js';
import './tree.js';

const t = await texts(import.meta.url);
const HITS = 20;
const BRANCH = 100;

/**
 * `value` code, or codes with `multiple` · `level` the only one to choose from · `as-of` date of the structure. Fires
 * `gl-change` with `{value, unit}`.
 */
class UnitChooser extends Chooser {
  static properties = { level: {}, asOf: { attribute: 'as-of' } };

  what = 'unit';
  #levels = [];
  #places = new Places();

  willUpdate(changed) {
    if (changed.has('asOf') && this.hasUpdated) this.forget();
    super.willUpdate(changed);
  }

  valueOf(unit) {
    return unit.code;
  }

  textOf(unit) {
    return unit.name;
  }

  placeOf(unit) {
    return [...(unit.above ?? this.#places.names(unit.parent)), unit.code].join(' › ');
  }

  async absent() {
    return (await levels()) === null;
  }

  async search(text, signal) {
    const query = { q: text, level: this.level, asOf: this.asOf, size: HITS };
    const [hits] = await Promise.all([api.get('organization/units', { query, signal }), this.#learnLevels()]);
    return hits;
  }

  async find(code, signal) {
    if (!/^[0-9]+$/.test(code)) return null;
    const unit = await api.get(`organization/units/${code}`, { query: { asOf: this.asOf }, signal });
    if (this.level && unit.level !== this.level) return null;
    await this.#places.learn([unit.parent], this.asOf, signal);
    return unit;
  }

  async #learnLevels() {
    this.#levels = (await levels()) ?? [];
  }

  forget() {
    this.#places.forget();
    super.forget();
  }

  option(unit) {
    const level = this.#levels.find(each => each.code === unit.level);
    return html`
      <span class="gl-chooser-name">${unit.name}</span> <small>${level?.name}</small>
      <small class="gl-chooser-place">${this.placeOf(unit)}</small>`;
  }

  browse() {
    return html`
      <button type="button" aria-label=${t('unit.browse')} title=${t('unit.browse')} @click=${this.#openTree}>
        <gl-icon name="organization"></gl-icon>
      </button>`;
  }

  async #openTree() {
    try {
      await this.#learnLevels();
      const roots = await tops(this.asOf);
      const codes = this.values.length ? await way(this.values[0]) : [];
      const down = codes.slice(codes.findIndex(code => roots.some(root => root.code === code)));
      openDialog({ heading: this.label || t('unit.choose'), body: close => this.#tree(roots, down, close) });
    } catch (error) {
      this.blame(t('chooser.failed', { reason: error.message }));
    }
  }

  #tree(roots, down, close) {
    const choose = unit => {
      close();
      this.choose(unit);
      this.focus();
    };
    return html`
      <gl-tree label=${t('unit.tree')} .roots=${roots} .selected=${this.values[0]}
        .load=${({ code }, { page, signal }) => this.#below(code, page, signal)}
        .label=${unit => html`${unit.name} <small>${unit.code}</small>`}
        .expandable=${unit => this.#depth(unit.level) < this.#deepest}
        .selectable=${unit => !this.level || unit.level === this.level}
        @gl-select=${event => choose(event.detail.node)}
        ${ref(tree => tree?.reveal(down).then(() => tree.focus()))}></gl-tree>`;
  }

  #below(code, page, signal) {
    return api.get(`organization/units/${code}/children`, { query: { page, size: BRANCH, asOf: this.asOf }, signal });
  }

  #depth(level) {
    return this.#levels.findIndex(each => each.code === level);
  }

  get #deepest() {
    return this.level ? this.#depth(this.level) : this.#levels.length - 1;
  }
}

define('gl-unit-chooser', UnitChooser);
