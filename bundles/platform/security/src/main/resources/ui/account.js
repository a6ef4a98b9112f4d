// One account: what it is, what it may do, where it is signed in.
import { html, Element, Task, api, define, format, notify, router, session, states, texts } from '@gridloom/ui';
import { changeAccount, resetPassword, switchAccount } from './account-dialogs.js';
import { states as accountStates } from './account-state.js';
import './account-grants.js';
import './account-sessions.js';

const t = await texts(import.meta.url);

define('security-account', class extends Element {
  static properties = { name: {} };

  #account = new Task(this, {
    args: () => [this.name],
    task: ([name], { signal }) => api.read(`accounts/${name}`, { signal }),
  });

  render() {
    return html`
      <nav class="gl-breadcrumb" aria-label=${t('accounts.path')}>
        <a href=${router.href('security/accounts')}>${t('accounts.title')}</a><span>${this.name}</span></nav>
      ${states(this.#account, read => this.#shown(read))}`;
  }

  #shown(read) {
    const account = read.body;
    return html`
      <div class="gl-head">
        <h1>${account.displayName}</h1>
        ${session.can('platform.account.edit') ? this.#actions(read) : ''}
      </div>
      <section class="gl-panel" aria-label=${t('accounts.account')}>
        <dl class="gl-facts">
          <dt>${t('accounts.name')}</dt><dd>${account.name}</dd>
          <dt>${t('accounts.unit')}</dt><dd><gl-unit code=${account.unit ?? ''}></gl-unit></dd>
          <dt>${t('accounts.state')}</dt><dd>${accountStates.tags(account)}
            ${account.lockedUntil ? t('accounts.lockedUntil', { until: format.dateTime(account.lockedUntil) }) : ''}</dd>
          <dt>${t('accounts.createdAt')}</dt><dd>${format.dateTime(account.createdAt)}</dd>
          <dt>${t('accounts.passwordChangedAt')}</dt><dd>${format.dateTime(account.passwordChangedAt)}</dd>
        </dl>
      </section>
      <section class="gl-panel">
        <gl-tabs label=${account.displayName} .tabs=${[
          { id: 'grants', label: t('grants.title'), body: () => html`<security-account-grants .name=${account.name}></security-account-grants>` },
          { id: 'sessions', label: t('sessions.title'), body: () => html`<security-account-sessions .name=${account.name}></security-account-sessions>` },
        ]}></gl-tabs>
      </section>`;
  }

  #actions(read) {
    const { name, enabled, lockedUntil } = read.body;
    const button = (label, act, kind = '') => html`<button type="button" class=${kind} @click=${() => this.#do(act)}>${label}</button>`;
    return html`<div class="gl-actions">
      ${button(t('accounts.change'), () => changeAccount(read))}
      ${button(t('password.reset'), () => resetPassword(name))}
      ${lockedUntil ? button(t('accounts.unlock'), async () => { await api.post(`accounts/${name}/unlock`); return true; }) : ''}
      ${enabled ? button(t('accounts.disable'), () => switchAccount(name, 'disable'), 'gl-danger')
        : button(t('accounts.enable'), () => switchAccount(name, 'enable'))}
    </div>`;
  }

  async #do(act) {
    if (!(await act())) return;
    notify(t('accounts.done'));
    this.#account.run();
  }
});
