/** Entries: a list, each of which is changed in a dialog. */
import {
  Page, api, ask, chosen, dated, define, edit, filters, format, html, listOf, nothing, notify, reloadLists, router, session, texts,
} from '@gridloom/ui';

const t = await texts(import.meta.url);

const PATH = '${capability}/entries';
const EDIT = '${capability}.entry.edit';

#[[const fields = () => [
  { name: 'title', label: t('entry.title'), type: 'text', required: true, maxLength: 100 },
  { name: 'unit', label: t('entry.unit'), type: 'unit', required: true },
  { name: 'day', label: t('entry.day'), type: 'date', required: true },
];
]]#
define('${capability}-entries', #[[class extends Page {
  async register() {
    this.done(await ask({
      heading: t('entry.register'),
      label: t('entry.register'),
      value: { unit: router.unit, day: format.today() },
      fields: [{ name: 'code', label: t('entry.code'), type: 'text', required: true, maxLength: 40 }, ...fields()],
      submit: async (value, { key }) => (await api.post(PATH, value, { key })).body,
    }));
  }

  async change({ code }) {
    this.done(await edit({
      heading: t('common.change'),
      label: t('common.save'),
      read: () => api.read(`${PATH}/${code}`),
      fields,
      value: ({ title, unit, day }) => ({ title, unit, day }),
      write: (value, { etag }) => api.put(`${PATH}/${code}`, { ...value, code }, { ifMatch: etag }),
    }));
  }

  done(saved) {
    if (!saved) return;
    notify(t('common.saved'));
    reloadLists(this);
  }

  render() {
    const may = session.can(EDIT);
    const columns = [
      { key: 'code', label: t('entry.code'), sort: 'code' },
      { key: 'title', label: t('entry.title') },
      { key: 'unit', label: t('entry.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      dated('day', t('entry.day'), undefined, { sort: 'day' }),
      {
        key: 'version', label: '', export: false, render: it => (may
          ? html`<button type="button" class="gl-quiet" @click=${() => this.change(it)}>${t('common.change')}</button>` : nothing),
      },
    ];
    return html`
      <h1>${t('entries.title')}</h1>
      <gl-table label=${t('entries.title')} export-name=${t('entries.title')} .columns=${columns} .load=${listOf(PATH)}
        .query=${{ unit: router.unit, ...chosen('q', 'from', 'to') }}
        .filters=${filters([
          { name: 'q', label: t('common.search'), type: 'search' },
          { name: 'from', label: t('common.from'), type: 'date' },
          { name: 'to', label: t('common.to'), type: 'date' },
        ])}
        .actions=${may
          ? html`<button type="button" class="gl-primary" @click=${() => this.register()}>${t('entry.register')}</button>` : nothing}
        .empty=${html`<gl-empty icon="book" label=${t('entries.empty')}></gl-empty>`}></gl-table>`;
  }
});
]]#
