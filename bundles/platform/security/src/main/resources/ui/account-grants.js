// The roles that an account holds.
import { html, Element, Task, api, define, format, language, notify, session, states, texts } from '@gridloom/ui';
import { addGrant, revokeGrant } from './account-dialogs.js';

const t = await texts(import.meta.url);

define('security-account-grants', class extends Element {
  static properties = { name: {} };

  #grants = new Task(this, {
    args: () => [this.name],
    task: ([name], { signal }) => api.get(`accounts/${name}/grants`, { signal }),
  });

  #columns = [
    { key: 'roleName', label: t('grants.role'), sort: 'role' },
    { key: 'unit', label: t('grants.unit'), render: grant => html`<gl-unit code=${grant.unit ?? ''}></gl-unit>` },
    { key: 'validFrom', label: t('grants.validFrom'), sort: 'from' },
    { key: 'validTo', label: t('grants.validTo'), render: grant => html`${grant.validTo ?? t('grants.open')} ${over(grant)}` },
    ...session.can('platform.grant.edit') ? [{
      key: 'id', label: '', align: 'right', render: grant => html`
        <button type="button" class="gl-quiet gl-danger" aria-label=${t('grants.revokeOne', { role: grant.roleName })}
          @click=${() => this.#do(() => revokeGrant(this.name, grant))}>${t('grants.revoke')}</button>`,
    }] : [],
  ];

  render() {
    const add = session.can('platform.grant.edit') ? html`
      <button type="button" @click=${() => this.#do(() => this.#add())}><gl-icon name="add"></gl-icon>${t('grants.add')}</button>` : '';
    return states(this.#grants, grants => html`
      <gl-table label=${t('grants.title')} export-name=${t('grants.title')} .columns=${this.#columns} .items=${grants} .actions=${add}
        .empty=${html`<gl-empty icon="key" label=${t('grants.none')}></gl-empty>`}></gl-table>`);
  }

  async #add() {
    const roles = session.can('platform.role.view') ? await api.get('roles') : null;
    return addGrant(this.name, roles, role => (language() === 'en' ? role.nameEn : role.nameZh));
  }

  async #do(act) {
    if (!(await act())) return;
    notify(t('accounts.done'));
    this.#grants.run();
  }
});

function over(grant) {
  const today = format.today();
  if (grant.validTo && grant.validTo < today) return html`<span class="gl-tag">${t('grants.over')}</span>`;
  return grant.validFrom > today ? html`<span class="gl-tag" data-kind="info">${t('grants.future')}</span>` : '';
}
