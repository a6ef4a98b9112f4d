// One role and what it may do.
import { html, Element, Task, api, confirm, define, notify, router, session, states, texts } from '@gridloom/ui';
import { byModule, choosable, editRole, nameOf } from './role-dialog.js';

const t = await texts(import.meta.url);

define('security-role', class extends Element {
  static properties = { code: {} };

  #role = new Task(this, {
    args: () => [this.code],
    task: async ([code], { signal }) => {
      const read = await api.read(`roles/${code}`, { signal });
      const held = new Set(read.body.permissions);
      const known = await choosable(read.body.permissions);
      return { read, permissions: known.filter(it => read.body.allPermissions || held.has(it.code)) };
    },
  });

  render() {
    return html`
      <nav class="gl-breadcrumb" aria-label=${t('roles.path')}>
        <a href=${router.href('security/roles')}>${t('roles.title')}</a><span>${this.code}</span></nav>
      ${states(this.#role, found => this.#shown(found))}`;
  }

  #shown({ read, permissions }) {
    const role = read.body;
    return html`
      <div class="gl-head">
        <h1>${nameOf(role)}</h1>
        ${session.can('platform.role.edit') && !role.allPermissions ? html`<div class="gl-actions">
          <button type="button" @click=${() => this.#change(read)}>${t('roles.change')}</button>
          <button type="button" class="gl-danger" @click=${() => this.#delete(read)}>${t('roles.delete')}</button>
        </div>` : ''}
      </div>
      ${role.allPermissions ? html`<div class="gl-alert" data-kind="info">${t('roles.allHelp')}</div>` : ''}
      <section class="gl-panel" aria-label=${t('roles.permissions')}>
        <h2>${t('roles.permissions')}</h2>
        ${permissions.length ? html`<div class="gl-grid">${byModule(permissions).map(([module, held]) => html`
          <div>
            <h3>${module}</h3>
            <ul class="gl-list">${held.map(it => html`<li>${it.name}</li>`)}</ul>
          </div>`)}</div>` : html`<p class="gl-muted">${t('roles.none')}</p>`}
      </section>`;
  }

  async #change(read) {
    if (!(await editRole(read))) return;
    notify(t('roles.saved'));
    this.#role.run();
  }

  async #delete({ body, etag }) {
    const action = t('roles.delete');
    const sure = await confirm({ title: action, body: t('roles.deleteHelp', { name: nameOf(body) }), action, danger: true });
    if (!sure) return;
    await api.del(`roles/${body.code}`, { ifMatch: etag });
    notify(t('roles.deleted'));
    router.go('security/roles');
  }
});
