// Accounts: the list, and one of them.
import { html, Page, api, define, format, router, session, texts } from '@gridloom/ui';
import { createAccount } from './account-dialogs.js';
import { states as accountStates } from './account-state.js';
import './account.js';

const t = await texts(import.meta.url);

define('security-accounts', class extends Page {
  #columns = [
    { key: 'name', label: t('accounts.name'), sort: 'name' },
    { key: 'displayName', label: t('accounts.displayName'), sort: 'displayName' },
    { key: 'unit', label: t('accounts.unit'), sort: 'unit', render: account => html`<gl-unit code=${account.unit ?? ''}></gl-unit>` },
    { key: 'enabled', label: t('accounts.state'), render: accountStates.tags, value: accountStates.words },
    { key: 'createdAt', label: t('accounts.createdAt'), sort: 'createdAt', render: created, value: created },
  ];

  render() {
    const [name] = this.route.rest;
    return name ? html`<security-account .name=${name}></security-account>` : this.#list();
  }

  #list() {
    const { q, enabled } = this.route.params;
    return html`
      <div class="gl-head">
        <h1>${t('accounts.title')}</h1>
        ${session.can('platform.account.edit') ? html`<div class="gl-actions">
          <button type="button" class="gl-primary" @click=${this.#create}><gl-icon name="add"></gl-icon>${t('accounts.create')}</button>
        </div>` : ''}
      </div>
      <gl-table label=${t('accounts.title')} export-name=${t('accounts.title')} sheet="security.accounts" .columns=${this.#columns}
        .query=${{ q, enabled }} .href=${account => router.href(`security/accounts/${account.name}`)}
        .load=${({ query, signal, ...part }) => api.get('accounts', { query: { ...query, ...part }, signal })}
        .filters=${html`
          <gl-search .value=${q} label=${t('accounts.search')} @gl-change=${event => this.#filter({ q: event.detail.value })}></gl-search>
          <label><span>${t('accounts.state')}</span>
            <select @change=${event => this.#filter({ enabled: event.target.value })}>
              ${['', 'true', 'false'].map(value => html`
                <option value=${value} ?selected=${value === (enabled ?? '')}>${t(`accounts.enabled.${value || 'any'}`)}</option>`)}
            </select></label>`}></gl-table>`;
  }

  #filter(params) {
    router.stay(params, { replace: true });
  }

  async #create() {
    const account = await createAccount();
    if (account) router.go(`security/accounts/${account.name}`);
  }
});

function created(account) {
  return format.dateTime(account.createdAt);
}
