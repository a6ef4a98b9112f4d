/** Coordination bodies: a list, or one of them. */
import {
  Page, Task, chosen, dated, define, filters, html, listOf, nothing, router, session, states, worded,
} from '@gridloom/ui';
import { createBody } from './coordination-changes.js';
import './coordination-body.js';
import { asOfNotice, isOtherDay } from './dates.js';
import { asOfFilter } from './filters.js';
import { goTo, hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { terms } from './terms.js';
import { t } from './words.js';

const readBodies = listOf('organization/coordination-bodies',
  (items, options) => withNames(items, { unit: 'unit' }, options));

define('organization-coordination', class extends Page {
  words = new Task(this, { args: () => [], task: () => terms() });

  async create(words) {
    const made = await createBody(words, { unit: router.unit });
    if (made) goTo('body', made.code);
  }

  renderList(words) {
    const may = session.can('organization.coordination.edit') && !isOtherDay();
    const action = may
      ? html`<button type="button" class="gl-primary" @click=${() => this.create(words)}>${t('body.create')}</button>
        <a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.bodies' })}>${t('import.title')}</a>` : nothing;
    const columns = [
      { key: 'name', label: t('common.name'), sort: 'name' },
      worded('type', t('body.type'), it => words.type(it.type)),
      named('unit', t('body.unit'), 'unit'),
      { key: 'code', label: t('common.code'), sort: 'code' },
      dated('validFrom', t('common.validFrom'), undefined, { sort: 'validFrom' }),
    ];
    return html`
      <h1>${t('body.title')}</h1>
      ${asOfNotice()}
      <gl-table label=${t('body.title')} export-name=${t('body.title')} sheet="organization.bodies" .columns=${columns} .load=${readBodies}
        .query=${{ unit: router.unit, ...chosen('asOf') }} .href=${it => hrefTo('body', it.code)} .actions=${action}
        .filters=${filters([asOfFilter()])}
        .empty=${html`<gl-empty icon="organization" label=${t('body.empty')} .action=${action}></gl-empty>`}></gl-table>`;
  }

  render() {
    const [code] = this.route.rest;
    return states(this.words, words => code
      ? html`<organization-coordination-body .code=${code} .asOf=${this.route.params.asOf}
          .words=${words}></organization-coordination-body>`
      : this.renderList(words));
  }
});
