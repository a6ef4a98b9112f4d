/** Who works together in a unit, and which party organisations cover it. */
import { Element, define, html, listOf, nothing, reloadLists, router, session, worded } from '@gridloom/ui';
import { isOtherDay } from './dates.js';
import { hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { createParty } from './party-changes.js';
import './structure.js';
import { t } from './words.js';

const readParty = listOf('organization/party-organizations', (items, options) => withNames(items, { seat: 'unit' }, options));
const readOutside = listOf('organization/outside-organizations');

define('organization-unit-organizations', class extends Element {
  static properties = { unit: { attribute: false }, asOf: {}, words: { attribute: false }, relation: { state: true } };

  constructor() {
    super();
    this.relation = 'unit';
  }

  async found() {
    if (await createParty(this.words, { seat: this.unit.code })) reloadLists(this);
  }

  renderParty() {
    const { words, unit, asOf, relation } = this;
    const columns = [
      { key: 'name', label: t('common.name'), sort: 'name' },
      worded('level', t('party.level'), it => words.partyLevel(it.level), { sort: 'level' }),
      worded('type', t('party.type'), it => words.type(it.type)),
      named('seat', t('party.seat'), 'unit'),
    ];
    const option = (value, label) => html`<option value=${value} ?selected=${relation === value}>${label}</option>`;
    const may = session.can('organization.party.edit') && !isOtherDay();
    return html`<gl-table label=${t('party.title')} export-name=${t('party.title')} .columns=${columns} .load=${readParty}
      .query=${{ [relation]: unit.code, asOf }} .href=${it => hrefTo('party', it.code)}
      .filters=${html`<label>${t('unit.partyRole')}<select @change=${event => { this.relation = event.target.value; }}>
        ${option('unit', t('unit.partySeated'))}${option('covering', t('unit.partyCovering'))}</select></label>`}
      .actions=${html`
        ${may ? html`<button type="button" @click=${() => this.found()}>${t('party.create')}</button>` : nothing}
        <a class="gl-button" href=${router.href('organization/party', { [relation]: unit.code, asOf, tab: null })}>${t('unit.partyList')}</a>`}
      .empty=${html`<gl-empty icon="flag" label=${t('party.noneHere')}></gl-empty>`}></gl-table>`;
  }

  renderOutside() {
    const { words, unit, asOf } = this;
    const columns = [
      { key: 'name', label: t('common.name'), sort: 'name' },
      worded('type', t('outside.type'), it => words.type(it.type), { sort: 'type' }),
    ];
    return html`<gl-table label=${t('unit.outsideServing')} export-name=${t('unit.outsideServing')} .columns=${columns} .load=${readOutside}
      .query=${{ serving: unit.code, asOf }} .href=${it => hrefTo('outside', it.code)}
      .empty=${html`<gl-empty label=${t('outside.noneHere')}></gl-empty>`}></gl-table>`;
  }

  render() {
    const { unit, asOf } = this;
    return html`<div class="gl-stack">
      ${session.can('organization.outside.read') ? html`<section>
        <h2>${t('structure.title')}</h2>
        <organization-structure .unit=${unit.code} .asOf=${asOf}></organization-structure>
      </section>` : nothing}
      <section>
        <h2>${t('party.title')}</h2>
        ${this.renderParty()}
      </section>
      ${session.can('organization.outside.read')
        ? html`<section><h2>${t('unit.outsideServing')}</h2>${this.renderOutside()}</section>` : nothing}
    </div>`;
  }
});
