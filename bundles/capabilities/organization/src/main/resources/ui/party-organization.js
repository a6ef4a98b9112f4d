/** One party organisation. */
import { Element, Task, api, define, facts, format, html, nothing, session, states, worded } from '@gridloom/ui';
import { asOfNotice, isOtherDay, period } from './dates.js';
import { hrefTo, linkTo, linksTo } from './links.js';
import { withNames } from './names.js';
import { renderOrganizationHistory } from './organization-history.js';
import { changeParty, closeOrganization } from './party-changes.js';
import { appoint } from './post-changes.js';
import './post-list.js';
import { tellWay } from './side.js';
import { t } from './words.js';

const PATH = 'organization/party-organizations';
const NAMES = { seat: 'unit', covers: 'unit', parent: 'party' };

define('organization-party-organization', class extends Element {
  static properties = { code: {}, asOf: {}, words: { attribute: false }, revision: { state: true } };

  organization = new Task(this, {
    args: () => [this.code, this.asOf, this.revision],
    task: async ([code, asOf], { signal }) => {
      const query = { asOf };
      const { body } = await api.read(`${PATH}/${code}`, { query, signal });
      const [[organization], above] = await Promise.all([
        withNames([body], NAMES, { asOf, signal }),
        api.get(`${PATH}/${code}/ancestors`, { query, signal }),
      ]);
      tellWay(this, [...above, organization]);
      return { ...organization, above };
    },
  });

  below = new Task(this, {
    args: () => [this.code, this.asOf, this.revision],
    task: async ([root, asOf], { signal }) => {
      const nodes = await api.get(`${PATH}/tree`, { query: { root, depth: 1, asOf }, signal });
      return nodes.slice(1).map(node => node.organization);
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
    if (!(await action(...given))) return;
    this.revision++;
    this.dispatchEvent(new CustomEvent('organization-changed', { bubbles: true }));
  }

  async appoint(organization) {
    const place = { holder: 'party', code: organization.code, name: organization.name, kind: organization.level };
    if (await appoint(this.words, { place })) this.querySelector('organization-post-list').reload();
  }

  renderActions(organization) {
    const isOver = organization.validTo && organization.validTo <= format.today();
    if (isOtherDay() || isOver) return nothing;
    return html`<div class="gl-actions">
      ${session.can('organization.post.appoint') ? html`
        <button type="button" @click=${() => this.appoint(organization)}>${t('post.appoint')}</button>` : nothing}
      ${session.can('organization.party.edit') ? html`
        <button type="button" @click=${() => this.act(changeParty, organization, this.words)}>${t('organization.change')}</button>
        <button type="button" @click=${() => this.act(closeOrganization, PATH, organization)}>${t('organization.close')}</button>`
        : nothing}
    </div>`;
  }

  renderRecord(it) {
    const { words } = this;
    return html`<div class="gl-panel">${facts([
      [t('common.code'), html`<span class="gl-code">${it.code}</span>`],
      [t('party.level'), words.partyLevel(it.level)],
      [t('party.type'), words.type(it.type)],
      [t('party.seat'), linkTo('unit', it.names.seat)],
      [t('party.covers'), linksTo('unit', it.names.covers)],
      [t('party.parent'), linkTo('party', it.names.parent)],
      [t('common.validity'), period(it.validFrom, it.validTo)],
      [t('common.note'), it.note],
    ])}</div>`;
  }

  renderBelow() {
    const { words } = this;
    const columns = [
      { key: 'name', label: t('common.name'), sort: 'name' },
      worded('level', t('party.level'), it => words.partyLevel(it.level)),
      worded('type', t('party.type'), it => words.type(it.type)),
    ];
    return states(this.below, items => html`<gl-table label=${t('party.below')} export-name=${t('party.below')} .columns=${columns} .items=${items}
      .href=${it => hrefTo('party', it.code)} .empty=${html`<gl-empty icon="flag" label=${t('party.noneBelow')}></gl-empty>`}></gl-table>`);
  }

  tabs(it) {
    return [
      { id: 'record', label: t('party.record'), body: () => this.renderRecord(it) },
      {
        id: 'posts', label: t('unit.posts'),
        body: () => html`<organization-post-list label=${t('unit.posts')} without="at unit" .words=${this.words}
          .query=${{ at: it.code, asOf: this.asOf }}></organization-post-list>`,
      },
      { id: 'below', label: t('party.below'), body: () => this.renderBelow() },
      {
        id: 'history', label: t('unit.history'),
        body: () => states(this.history, periods => renderOrganizationHistory(periods, this.words)),
      },
    ];
  }

  render() {
    return states(this.organization, it => html`
      <nav class="gl-breadcrumb" aria-label=${t('party.path')}>
        ${it.above.map(above => linkTo('party', above))}<span aria-current="page">${it.name}</span></nav>
      <div class="gl-head">
        <h1>${it.name} <span class="gl-tag">${this.words.type(it.type)}</span></h1>
        ${this.renderActions(it)}
      </div>
      ${asOfNotice()}
      <gl-tabs label=${it.name} .tabs=${this.tabs(it)}></gl-tabs>`);
  }
});
