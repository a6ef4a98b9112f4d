/** The units directly below one. */
import { Element, define, html, listOf, reloadLists, slotColumns, worded } from '@gridloom/ui';
import { hrefTo } from './links.js';
import { t } from './words.js';

const readUnits = listOf('organization/units');

define('organization-subunits', class extends Element {
  static properties = {
    unit: { attribute: false }, asOf: {}, words: { attribute: false }, revision: { type: Number },
  };

  updated(changed) {
    if (changed.get('revision') !== undefined) reloadLists(this);
  }

  render() {
    const { unit, words } = this;
    const columns = [
      { key: 'name', label: t('common.name'), sort: 'name' },
      { key: 'code', label: t('common.code'), sort: 'code' },
      worded('kind', t('units.kind'), it => words.kind(it)),
      { key: 'households', label: t('units.households'), align: 'right' },
      { key: 'residents', label: t('units.residents'), align: 'right' },
      { key: 'extent', label: t('units.extent') },
      ...slotColumns('organization.units'),
    ];
    return html`<gl-table label=${t('unit.subunits')} export-name=${t('unit.subunitsOf', { name: unit.name })}
      .columns=${columns} .load=${readUnits} .query=${{ parent: unit.code, asOf: this.asOf }}
      .href=${it => hrefTo('unit', it.code)}
      .empty=${html`<gl-empty label=${t('unit.noSubunits', { level: words.levelBelow(unit.level).name })}></gl-empty>`}></gl-table>`;
  }
});
