// The event log: what modules tell each other.
import { html, Page, api, define, format, openDialog, texts } from '@gridloom/ui';
import { days, scope, search } from './filters.js';
import { eventEntry } from './entry.js';

const t = await texts(import.meta.url);

define('events-log', class extends Page {
  #columns = [
    { key: 'at', label: t('record.at'), sort: 'at', render: time, value: time },
    { key: 'name', label: t('log.name'), render: event => html`<code>${event.name}</code>` },
    { key: 'aggregate', label: t('log.aggregate'), render: event => html`<code>${event.aggregate}</code>` },
    { key: 'unit', label: t('record.unit'), render: event => (event.unit ? html`<gl-unit code=${event.unit}></gl-unit>` : '') },
    { key: 'account', label: t('record.account') },
    { key: 'id', label: '', align: 'right', export: false, render: event => html`
      <button type="button" class="gl-quiet" aria-label=${t('record.detailsOf', { id: event.id })} @click=${() => show(event)}>
        ${t('record.details')}</button>` },
  ];

  render() {
    const { params } = this.route;
    const { from, to, name, aggregate, unit } = params;
    return html`
      <h1>${t('log.title')}</h1>
      <gl-table label=${t('log.title')} export-name=${t('log.title')} sheet="events.log" .columns=${this.#columns}
        .query=${{ from, to, name, aggregate, unit }}
        .load=${({ query, signal, ...part }) => api.get('events', { query: { ...query, ...part }, signal })}
        .filters=${html`
          ${days(params)}
          ${search('name', t('log.nameFilter'), params)}
          ${search('aggregate', t('log.aggregateFilter'), params)}
          ${scope(params)}`}></gl-table>`;
  }
});

function show(event) {
  openDialog({ heading: event.name, size: 'wide', body: eventEntry(event) });
}

function time(event) {
  return format.dateTime(event.at, { seconds: true });
}
