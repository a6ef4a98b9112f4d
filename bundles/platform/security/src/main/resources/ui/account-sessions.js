// Where an account is signed in.
import { html, Element, Task, api, confirm, define, format, notify, session, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

define('security-account-sessions', class extends Element {
  static properties = { name: {} };

  #sessions = new Task(this, {
    args: () => [this.name],
    task: ([name], { signal }) => api.get(`accounts/${name}/sessions`, { signal }),
  });

  #columns = [
    { key: 'lastUsedAt', label: t('sessions.lastUsedAt'), render: it => format.dateTime(it.lastUsedAt) },
    { key: 'createdAt', label: t('sessions.createdAt'), render: it => format.dateTime(it.createdAt) },
    { key: 'source', label: t('sessions.source') },
    { key: 'agent', label: t('sessions.agent'), render: it => html`<span class="gl-small">${it.agent ?? ''}</span>` },
    ...session.can('platform.account.edit') ? [{
      key: 'id', label: '', align: 'right', render: it => html`
        <button type="button" class="gl-quiet gl-danger" aria-label=${t('sessions.endOne', { source: it.source })}
          @click=${() => this.#end(`/${it.id}`, t('sessions.end'))}>${t('sessions.end')}</button>`,
    }] : [],
  ];

  render() {
    return states(this.#sessions, sessions => html`
      <gl-table label=${t('sessions.title')} export-name=${t('sessions.title')} .columns=${this.#columns} .items=${sessions}
        .actions=${session.can('platform.account.edit') && sessions.length ? html`
          <button type="button" class="gl-danger" @click=${() => this.#end('', t('sessions.endAll'))}>${t('sessions.endAll')}</button>` : ''}
        .empty=${html`<gl-empty icon="lock" label=${t('sessions.none')}></gl-empty>`}></gl-table>`);
  }

  async #end(which, action) {
    const sure = await confirm({ title: action, body: t('sessions.endHelp', { name: this.name }), action, danger: true });
    if (!sure) return;
    await api.del(`accounts/${this.name}/sessions${which}`);
    notify(t('accounts.done'));
    this.#sessions.run();
  }
});
