// Roles: the list, and one of them.
import { html, Page, Task, api, define, router, session, states, texts } from '@gridloom/ui';
import { editRole, nameOf } from './role-dialog.js';
import './duties.js';
import './role.js';

const t = await texts(import.meta.url);

define('security-roles', class extends Page {
  #roles = new Task(this, {
    args: () => [this.route.rest[0] ?? ''],
    task: ([code], { signal }) => (code ? null : api.get('roles', { signal })),
  });

  #columns = [
    { key: 'name', label: t('roles.name'), sort: 'name', render: nameOf, value: nameOf },
    { key: 'code', label: t('roles.code'), sort: 'code', render: role => html`<code>${role.code}</code>` },
    { key: 'permissions', label: t('roles.permissions'), align: 'right', render: count, value: count },
  ];

  render() {
    const [code] = this.route.rest;
    if (code) return html`<security-role .code=${code}></security-role>`;
    return html`
      <div class="gl-head">
        <h1>${t('roles.title')}</h1>
        ${session.can('platform.role.edit') ? html`<div class="gl-actions">
          <button type="button" class="gl-primary" @click=${this.#create}><gl-icon name="add"></gl-icon>${t('roles.create')}</button>
        </div>` : ''}
      </div>
      ${states(this.#roles, roles => html`
        <gl-table label=${t('roles.title')} export-name=${t('roles.title')} .columns=${this.#columns} .items=${roles ?? []}
          .href=${role => router.href(`security/roles/${role.code}`)}></gl-table>`)}
      <security-duties></security-duties>`;
  }

  async #create() {
    const role = await editRole();
    if (role) router.go(`security/roles/${role.code}`);
  }
});

function count(role) {
  return role.allPermissions ? t('roles.all') : role.permissions.length;
}
