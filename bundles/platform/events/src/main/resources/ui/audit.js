// The audit trail: who changed what, when and why.
import { html, Page, api, define, format, openDialog, session, texts } from '@gridloom/ui';
import { days, scope, search } from './filters.js';
import { auditEntry } from './entry.js';
import { verify } from './verify.js';

const t = await texts(import.meta.url);

define('events-audit', class extends Page {
  #columns = [
    { key: 'at', label: t('record.at'), sort: 'at', render: time, value: time },
    { key: 'account', label: t('record.account') },
    { key: 'address', label: t('audit.address'), render: entry => html`<code>${entry.address}</code>` },
    { key: 'action', label: t('audit.action'), render: entry => html`<code>${entry.action}</code>` },
    { key: 'subject', label: t('audit.subject'), render: entry => html`<code>${entry.subject}</code>` },
    { key: 'unit', label: t('record.unit'), render: entry => (entry.unit ? html`<gl-unit code=${entry.unit}></gl-unit>` : '') },
    { key: 'reason', label: t('audit.reason') },
    { key: 'id', label: '', align: 'right', export: false, render: entry => html`
      <button type="button" class="gl-quiet" aria-label=${t('record.detailsOf', { id: entry.id })} @click=${() => show(entry)}>
        ${t('record.details')}</button>` },
  ];

  render() {
    const { params } = this.route;
    const { from, to, account, address, action, subject, unit } = params;
    return html`
      <div class="gl-head">
        <h1>${t('audit.title')}</h1>
        <div class="gl-actions">
          <a class="gl-button" href=${exported({ from, to, account, address, action, subject, unit })} download>${t('audit.export')}</a>
          ${session.can('audit.verify') ? html`
            <button type="button" @click=${verify}><gl-icon name="shield"></gl-icon>${t('verify.action')}</button>` : ''}
        </div>
      </div>
      <gl-table label=${t('audit.title')} export-name=${t('audit.title')} sheet="audit.entries" .columns=${this.#columns}
        .query=${{ from, to, account, address, action, subject, unit }}
        .load=${({ query, signal, ...part }) => api.get('audit', { query: { ...query, ...part }, signal })}
        .filters=${html`
          ${days(params)}
          ${search('account', t('record.account'), params)}
          ${search('address', t('audit.address'), params)}
          ${search('action', t('audit.actionFilter'), params)}
          ${search('subject', t('audit.subjectFilter'), params)}
          ${scope(params)}`}></gl-table>`;
  }
});

function show(entry) {
  openDialog({ heading: entry.action, size: 'wide', body: auditEntry(entry) });
}

/** With hashes, for whoever keeps or verifies the trail elsewhere. */
function exported(filters) {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  return `/api/audit/export?${new URLSearchParams(chosen)}`;
}

function time(entry) {
  return format.dateTime(entry.at, { seconds: true });
}
