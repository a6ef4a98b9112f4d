/** Posts that are held, in a unit and all below it. */
import { Page, Task, chosen, define, filters, html, nothing, router, session, states } from '@gridloom/ui';
import { asOfNotice } from './dates.js';
import { asOfFilter } from './filters.js';
import './post-list.js';
import { dutyChoices, terms } from './terms.js';
import { t } from './words.js';

define('organization-posts', class extends Page {
  words = new Task(this, { args: () => [], task: () => terms() });

  render() {
    const query = { unit: router.unit, ...chosen('kind', 'duty', 'at', 'person', 'asOf', 'history') };
    return html`
      <h1>${t('posts.title')}</h1>
      ${asOfNotice()}
      ${states(this.words, words => html`
        <organization-post-list label=${t('posts.title')} .exportName=${t('posts.title')} .words=${words} .query=${query}
          .filters=${filters([
            { name: 'kind', label: t('post.kind'), type: 'select', options: words.postKindChoices() },
            { name: 'duty', label: t('post.duty'), type: 'select', options: dutyChoices() },
            asOfFilter(),
            {
              name: 'history', label: t('post.term'), type: 'select', unset: t('post.current'),
              options: [{ value: 'true', label: t('post.withFormer') }],
            },
          ])}
          .actions=${session.can('organization.post.appoint')
            ? html`<a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.posts' })}>${t('import.title')}</a>` : nothing}
          .empty=${html`<gl-empty icon="person" label=${t('posts.empty')}
            .action=${html`<a class="gl-button" href=${router.href('organization/people')}>${t('people.title')}</a>`}></gl-empty>`}>
        </organization-post-list>`)}`;
  }
});
