/** How well a unit is covered, and its blind spots one by one. */
import { Page, chosen, define, filters, html, listOf, router, worded } from '@gridloom/ui';
import './coverage-report.js';
import { asOfNotice } from './dates.js';
import { asOfFilter } from './filters.js';
import { hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { gapChoices, labelOf } from './terms.js';
import { t } from './words.js';

const readGaps = listOf('organization/coverage/gaps', (items, options) => withNames(items, { unit: 'unit' }, options));

define('organization-coverage', class extends Page {
  render() {
    const query = { unit: router.unit, ...chosen('kind', 'asOf') };
    return html`
      <h1>${t('coverage.title')}</h1>
      ${asOfNotice()}
      <div class="gl-stack">
        <organization-coverage-report .unit=${router.unit} .asOf=${query.asOf}></organization-coverage-report>
        <section>
          <h2>${t('coverage.list')}</h2>
          <gl-table label=${t('coverage.list')} export-name=${t('coverage.list')} sheet="organization.gaps" .columns=${columns()} .load=${readGaps}
            .query=${query} .href=${hrefOf}
            .filters=${filters([
              { name: 'kind', label: t('coverage.kind'), type: 'select', options: gapChoices() },
              asOfFilter(),
            ])}
            .empty=${html`<gl-empty icon="check" label=${t('coverage.empty')}></gl-empty>`}></gl-table>
        </section>
      </div>`;
  }
});

/** To where the gap can be closed: the posts of the grid or the organisation. */
const hrefOf = ({ kind, code }) =>
  hrefTo(kind.startsWith('grid') ? 'unit' : 'party', code, { tab: kind === 'grid-without-branch' ? 'organizations' : 'posts' });

const columns = () => [
  { key: 'name', label: t('common.name') },
  { key: 'code', label: t('common.code') },
  worded('kind', t('coverage.kind'), it => labelOf(gapChoices(), it.kind)),
  named('unit', t('post.unit'), 'unit'),
];
