/** The register of documents that rules and changes cite. */
import {
  Page, api, ask, chosen, compact, confirm, dated, define, edit, etagOf, filters, format, html, listOf, nothing,
  notify, openDialog, reloadLists, router, session,
} from '@gridloom/ui';
import { period } from './dates.js';
import { t } from './words.js';

const PATH = 'organization/documents';
const readDocuments = listOf(PATH);

define('organization-documents', class extends Page {
  get mayEdit() {
    return session.can('organization.document.edit');
  }

  async register() {
    const options = await others();
    const answer = await ask({
      heading: t('document.register'),
      label: t('document.register'),
      value: { issuedOn: format.today(), inForceFrom: format.today() },
      fields: fields(options),
      submit: (value, { key }) => api.post(PATH, compact(value), { key }),
    });
    this.done(answer, t('document.registered'));
  }

  async correct(document) {
    const options = await others(document.id);
    const path = `${PATH}/${document.id}`;
    const answer = await edit({
      heading: t('document.correctOf', { number: document.number }),
      label: t('common.save'),
      read: () => api.read(path),
      fields: () => fields(options),
      value: record => Object.fromEntries(fields([]).map(({ name }) => [name, record[name]])),
      write: (value, { etag }) => api.put(path, compact(value), { ifMatch: etag }),
    });
    this.done(answer, t('common.saved'));
  }

  async remove(document) {
    const sure = await confirm({
      title: t('document.removeOf', { number: document.number }), body: t('document.removeBody'),
      action: t('document.remove'), danger: true,
    });
    if (!sure) return;
    try {
      await api.del(`${PATH}/${document.id}`, { ifMatch: etagOf(document) });
      this.done(true, t('document.removed'));
    } catch (problem) {
      notify(problem.detail ?? problem.title, { kind: 'bad' });
    }
  }

  scans(document) {
    openDialog({
      heading: t('document.scansOf', { number: document.number }),
      body: html`<gl-attachments type="organization.document" record=${document.id} label=${t('document.scans')}
        ?editable=${this.mayEdit}></gl-attachments>`,
    });
  }

  done(answer, message) {
    if (!answer) return;
    notify(message);
    reloadLists(this);
  }

  columns() {
    const today = format.today();
    const inForce = it => it.inForceFrom <= today && (!it.inForceTo || it.inForceTo > today);
    const state = it => (inForce(it) ? t('document.inForce') : it.inForceFrom > today ? t('document.future') : t('document.over'));
    return [
      { key: 'number', label: t('document.number'), sort: 'number' },
      { key: 'title', label: t('document.title'), sort: 'title' },
      { key: 'issuer', label: t('document.issuer') },
      dated('issuedOn', t('document.issuedOn'), undefined, { sort: 'issuedOn' }),
      dated('inForceFrom', t('document.validity'), it => period(it.inForceFrom, it.inForceTo), { sort: 'inForceFrom' }),
      {
        key: 'state', label: t('document.state'), value: state,
        render: it => html`<span class="gl-tag" data-kind=${inForce(it) ? 'good' : nothing}>${state(it)}</span>`,
      },
      { key: 'note', label: t('common.note') },
      { key: 'id', label: '', render: it => this.renderActions(it) },
    ];
  }

  renderActions(it) {
    const button = (label, action) => html`
      <button type="button" class="gl-quiet" @click=${() => action.call(this, it)}>${label}</button>`;
    return [
      button(t('document.scans'), this.scans),
      this.mayEdit ? button(t('document.correct'), this.correct) : nothing,
      this.mayEdit && it.inForceFrom > format.today() ? button(t('document.remove'), this.remove) : nothing,
    ];
  }

  render() {
    const query = chosen('q', 'inForceOn');
    const action = this.mayEdit
      ? html`<button type="button" class="gl-primary" @click=${() => this.register()}>${t('document.register')}</button>
        <a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.documents' })}>${t('import.title')}</a>` : nothing;
    const isNarrowed = Object.keys(query).length > 0;
    return html`
      <h1>${t('document.list')}</h1>
      <gl-table label=${t('document.list')} export-name=${t('document.list')} sheet="organization.documents" .columns=${this.columns()} .load=${readDocuments}
        .query=${query} .actions=${action}
        .filters=${filters([
          { name: 'q', label: t('document.search'), type: 'search' },
          { name: 'inForceOn', label: t('document.inForceOn'), type: 'date' },
        ])}
        .empty=${html`<gl-empty icon="document" label=${isNarrowed ? t('common.emptyFiltered') : t('document.empty')}></gl-empty>`}></gl-table>`;
  }
});

const AT_MOST = 500;

/** Documents that one may supersede. */
async function others(id) {
  const { items } = await api.get(PATH, { query: { size: AT_MOST } });
  return items.filter(it => it.id !== id).map(it => ({ value: it.id, label: `${it.number} ${it.title}` }));
}

const fields = options => [
  { name: 'number', label: t('document.number'), type: 'text', required: true, maxLength: 100, help: t('document.numberHelp') },
  { name: 'title', label: t('document.title'), type: 'text', required: true, maxLength: 200 },
  { name: 'issuer', label: t('document.issuer'), type: 'text', required: true, maxLength: 100 },
  { name: 'issuedOn', label: t('document.issuedOn'), type: 'date', required: true },
  { name: 'inForceFrom', label: t('document.inForceFrom'), type: 'date', required: true },
  { name: 'inForceTo', label: t('document.inForceTo'), type: 'date', help: t('document.inForceToHelp') },
  { name: 'supersedes', label: t('document.supersedes'), type: 'select', options },
  { name: 'note', label: t('common.note'), type: 'textarea', maxLength: 500 },
];
