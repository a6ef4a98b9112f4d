/** Pages of programmes, studios and trainers: a list, each of whose records is changed in a dialog. */
import {
  Page, api, ask, chosen, compact, edit, filters, html, listOf, nothing, notify, reloadLists, router, session,
} from '@gridloom/ui';
import { t } from './words.js';

const CODE = '[0-9A-Za-z][0-9A-Za-z._-]*';

/** Base of such a page; `noun` is the path, `title` what the page is called, `fields()` and `columns()` what is its own. */
export class CataloguePage extends Page {
  get path() {
    return `training/${this.noun}`;
  }

  fields() {
    return [
      { name: 'name', label: t('common.name'), type: 'text', required: true, maxLength: 100 },
      { name: 'unit', label: t('common.unit'), type: 'unit', required: true },
      ...this.ownFields(),
      { name: 'note', label: t('common.note'), type: 'text', maxLength: 200 },
    ];
  }

  async create() {
    const made = await ask({
      heading: t('common.create'),
      label: t('common.create'),
      value: { unit: router.unit, ...this.defaults() },
      fields: [{ name: 'code', label: t('common.code'), type: 'text', required: true, maxLength: 40, pattern: CODE }, ...this.fields()],
      submit: async (value, { key }) => (await api.post(this.path, compact(value), { key })).body,
    });
    this.done(made);
  }

  async change({ code }) {
    const path = `${this.path}/${code}`;
    this.done(await edit({
      heading: t('common.change'),
      label: t('common.save'),
      read: () => api.read(path),
      fields: () => this.fields(),
      value: record => Object.fromEntries(this.fields().map(({ name }) => [name, record[name]])),
      write: (value, { etag }) => api.put(path, { ...compact(value), code }, { ifMatch: etag }),
    }));
  }

  done(saved) {
    if (!saved) return;
    notify(t('common.saved'));
    reloadLists(this);
  }

  defaults() {
    return {};
  }

  actionsOf() {
    return nothing;
  }

  render() {
    const may = session.can('training.session.edit');
    const columns = [
      { key: 'name', label: t('common.name'), sort: 'name' },
      { key: 'code', label: t('common.code'), sort: 'code' },
      { key: 'unit', label: t('common.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      ...this.columns(),
      {
        key: 'id', label: '', export: false, render: it => [
          may ? html`<button type="button" class="gl-quiet" @click=${() => this.change(it)}>${t('common.change')}</button>` : nothing,
          this.actionsOf(it),
        ],
      },
    ];
    return html`
      <h1>${this.title}</h1>
      <gl-table label=${this.title} export-name=${this.title} sheet="training.${this.noun}" .columns=${columns} .load=${listOf(this.path)}
        .query=${{ unit: router.unit, ...chosen('q') }}
        .filters=${filters([{ name: 'q', label: t('common.search'), type: 'search' }])}
        .actions=${may ? html`
          <button type="button" class="gl-primary" @click=${() => this.create()}>${t('common.create')}</button>
          <a class="gl-button" href=${router.href('sheets/import', { tab: `training.${this.noun}` })}>${t('common.import')}</a>` : nothing}
        .empty=${html`<gl-empty icon="book" label=${t('common.empty')}></gl-empty>`}></gl-table>`;
  }
}
