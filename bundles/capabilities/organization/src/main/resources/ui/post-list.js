/** Who holds which posts: a list with what may be done to each. */
import { Element, dated, define, format, html, listOf, nothing, reloadLists, session, worded } from '@gridloom/ui';
import { isOtherDay, period } from './dates.js';
import { hrefTo, linkTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { endPost, handOver } from './post-changes.js';
import { t } from './words.js';

const readPosts = listOf('organization/posts', (items, options) => withNames(
  items, { at: post => post.holder, unit: 'unit', represents: 'outside', crossAppointment: 'outside' }, options));

/** `.query` of `/api/organization/posts`; `without` columns, as in `at unit`. Fires `organization-changed`. */
define('organization-post-list', class extends Element {
  static properties = {
    query: { attribute: false },
    words: { attribute: false },
    label: {},
    without: {},
    filters: { attribute: false },
    actions: { attribute: false },
    exportName: {},
    empty: { attribute: false },
  };

  reload() {
    reloadLists(this);
  }

  async act(action, post) {
    if (!(await action(post, this.words))) return;
    this.reload();
    this.dispatchEvent(new CustomEvent('organization-changed', { bubbles: true }));
  }

  columns() {
    const { words } = this;
    const represents = post => post.names.represents ?? post.names.crossAppointment;
    return [
      { key: 'person', label: t('post.person'), render: renderPerson, value: post => post.personName },
      worded('kind', t('post.kind'), post => words.postKind(post.kind), { sort: 'kind' }),
      {
        key: 'at', label: t('post.at'), sort: 'at', value: post => post.names.at.name,
        render: post => linkTo(post.holder, post.names.at),
      },
      named('unit', t('post.unit'), 'unit'),
      {
        key: 'represents', label: t('post.forWhom'), value: post => represents(post)?.name,
        render: post => (represents(post)
          ? html`${renderRole(t('post.representing'), post.names.represents)}
              ${renderRole(t('post.crossing'), post.names.crossAppointment)}` : ''),
      },
      dated('validFrom', t('post.term'), post => period(post.validFrom, post.validTo), { sort: 'validFrom' }),
      { key: 'id', label: '', render: post => this.renderActions(post) },
    ].filter(({ key }) => !this.without?.split(' ').includes(key));
  }

  renderActions(post) {
    const isOver = post.validTo && post.validTo <= format.today();
    if (isOver || isOtherDay() || !session.can('organization.post.appoint')) return nothing;
    const button = (label, action) => html`
      <button type="button" class="gl-quiet" @click=${() => this.act(action, post)}>${label}</button>`;
    return [button(t('post.handOver'), handOver), button(t('post.end'), endPost)];
  }

  render() {
    return html`<gl-table label=${this.label} .exportName=${this.exportName} .columns=${this.columns()} .load=${readPosts}
      .query=${this.query} .filters=${this.filters} .actions=${this.actions}
      .empty=${this.empty ?? html`<gl-empty icon="person" label=${t('post.none')}></gl-empty>`}></gl-table>`;
  }
});

const renderPerson = post => session.can('organization.person.read') && !post.personName.includes('*')
  ? html`<a href=${hrefTo('person', post.person, { asOf: null })}>${post.personName}</a>` : post.personName;

const renderRole = (label, named) => (named ? html`<div>${label} ${linkTo('outside', named)}</div>` : nothing);
