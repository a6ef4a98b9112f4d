/** Those who clear snow. */
import {
  Page, api, ask, chosen, compact, define, edit, filters, html, listOf, nothing, notify, reloadLists, router, session,
} from '@gridloom/ui';
import { t } from './words.js';

const CODE = '[0-9A-Za-z][0-9A-Za-z._-]*';

const fields = () => [
  { name: 'name', label: t('team.name'), type: 'text', required: true, maxLength: 100 },
  { name: 'unit', label: t('common.unit'), type: 'unit', required: true },
  { name: 'people', label: t('team.people'), type: 'number', required: true, min: 1, max: 10000 },
  { name: 'machines', label: t('common.machines'), type: 'number', required: true, min: 0, max: 1000 },
  { name: 'equipment', label: t('team.equipment'), type: 'text', maxLength: 200 },
];

define('snow-teams', class extends Page {
  async register() {
    this.done(await ask({
      heading: t('team.register'),
      label: t('team.register'),
      value: { unit: router.unit, machines: 0 },
      fields: [{ name: 'code', label: t('team.code'), type: 'text', required: true, maxLength: 40, pattern: CODE }, ...fields()],
      submit: async (value, { key }) => (await api.post('snow/teams', compact(value), { key })).body,
    }));
  }

  async change({ code }) {
    const path = `snow/teams/${code}`;
    this.done(await edit({
      heading: t('common.change'),
      label: t('common.save'),
      read: () => api.read(path),
      fields,
      value: team => Object.fromEntries(fields().map(({ name }) => [name, team[name]])),
      write: (value, { etag }) => api.put(path, { ...compact(value), code }, { ifMatch: etag }),
    }));
  }

  done(saved) {
    if (!saved) return;
    notify(t('common.saved'));
    reloadLists(this);
  }

  render() {
    const may = session.can('snow.call-out.edit');
    const columns = [
      { key: 'name', label: t('team.name'), sort: 'name' },
      { key: 'code', label: t('team.code'), sort: 'code' },
      { key: 'unit', label: t('common.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      { key: 'people', label: t('team.people'), align: 'end' },
      { key: 'machines', label: t('common.machines'), align: 'end' },
      { key: 'equipment', label: t('team.equipment') },
      {
        key: 'version', label: '', export: false, render: it => (may
          ? html`<button type="button" class="gl-quiet" @click=${() => this.change(it)}>${t('common.change')}</button>` : nothing),
      },
    ];
    return html`
      <h1>${t('teams.title')}</h1>
      <gl-table label=${t('teams.title')} export-name=${t('teams.title')} sheet="snow.teams" .columns=${columns}
        .load=${listOf('snow/teams')} .query=${{ unit: router.unit, ...chosen('q') }}
        .filters=${filters([{ name: 'q', label: t('common.search'), type: 'search' }])}
        .actions=${may ? html`
          <button type="button" class="gl-primary" @click=${() => this.register()}>${t('team.register')}</button>
          <a class="gl-button" href=${router.href('sheets/import', { tab: 'snow.teams' })}>${t('common.import')}</a>` : nothing}
        .empty=${html`<gl-empty icon="people" label=${t('teams.empty')}></gl-empty>`}></gl-table>`;
  }
});
