/** One outside organisation. */
import { Element, Task, api, define, facts, format, html, nothing, session, states } from '@gridloom/ui';
import { asOfNotice, isOtherDay, period } from './dates.js';
import { linkTo, linksTo } from './links.js';
import { withNames } from './names.js';
import { renderOrganizationHistory } from './organization-history.js';
import { changeOutside } from './outside-changes.js';
import { closeOrganization } from './party-changes.js';
import { appoint } from './post-changes.js';
import './post-list.js';
import { t } from './words.js';

const PATH = 'organization/outside-organizations';
const NAMES = { seat: 'unit', serves: 'unit' };

define('organization-outside-organization', class extends Element {
  static properties = { code: {}, asOf: {}, words: { attribute: false }, revision: { state: true } };

  organization = new Task(this, {
    args: () => [this.code, this.asOf, this.revision],
    task: async ([code, asOf], { signal }) => {
      const organization = await api.get(`${PATH}/${code}`, { query: { asOf }, signal });
      return (await withNames([organization], NAMES, { asOf, signal }))[0];
    },
  });

  history = new Task(this, {
    args: () => [this.code, this.revision],
    task: async ([code], { signal }) => withNames(await api.get(`${PATH}/${code}/history`, { signal }), NAMES, { signal }),
  });

  constructor() {
    super();
    this.revision = 0;
  }

  async act(action, ...given) {
    if (await action(...given)) this.revision++;
  }

  async appoint(it) {
    const place = { holder: 'outside', code: it.code, name: it.name, kind: it.type };
    if (await appoint(this.words, { place })) this.querySelectorAll('organization-post-list').forEach(list => list.reload());
  }

  renderActions(it) {
    const isOver = it.validTo && it.validTo <= format.today();
    if (isOtherDay() || isOver) return nothing;
    return html`<div class="gl-actions">
      ${session.can('organization.post.appoint') ? html`
        <button type="button" @click=${() => this.appoint(it)}>${t('post.appoint')}</button>` : nothing}
      ${session.can('organization.outside.edit') ? html`
        <button type="button" @click=${() => this.act(changeOutside, it, this.words)}>${t('organization.change')}</button>
        <button type="button" @click=${() => this.act(closeOrganization, PATH, it)}>${t('organization.close')}</button>` : nothing}
    </div>`;
  }

  renderRecord(it) {
    return html`<div class="gl-panel">${facts([
      [t('common.code'), html`<span class="gl-code">${it.code}</span>`],
      [t('outside.type'), this.words.type(it.type)],
      [t('outside.seat'), linkTo('unit', it.names.seat)],
      [t('outside.serves'), linksTo('unit', it.names.serves)],
      [t('common.validity'), period(it.validFrom, it.validTo)],
      [t('common.note'), it.note],
    ])}</div>`;
  }

  tabs(it) {
    return [
      { id: 'record', label: t('party.record'), body: () => this.renderRecord(it) },
      ...(session.can('organization.party.read') ? [{
        id: 'posts', label: t('unit.posts'),
        body: () => html`<organization-post-list label=${t('unit.posts')} without="at unit" .words=${this.words}
          .query=${{ at: it.code, asOf: this.asOf }}></organization-post-list>`,
      }] : []),
      {
        id: 'history', label: t('unit.history'),
        body: () => states(this.history, periods => renderOrganizationHistory(periods, this.words)),
      },
    ];
  }

  render() {
    return states(this.organization, it => html`
      <div class="gl-head">
        <h1>${it.name} <span class="gl-tag">${this.words.type(it.type)}</span></h1>
        ${this.renderActions(it)}
      </div>
      ${asOfNotice()}
      <gl-tabs label=${it.name} .tabs=${this.tabs(it)}></gl-tabs>`);
  }
});
