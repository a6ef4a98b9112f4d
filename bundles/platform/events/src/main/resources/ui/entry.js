// Everything about one audit entry or event.
import { html, format, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

function facts(pairs) {
  return html`<dl class="gl-facts">${pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

const common = record => [
  [t('record.at'), format.dateTime(record.at, { seconds: true })],
  [t('record.account'), record.account],
  [t('record.unit'), record.unit && html`<gl-unit code=${record.unit}></gl-unit> <code>${record.unit}</code>`],
];

const chain = record => [
  [t('record.position'), record.position ?? t('record.unsealed')],
];

export function auditEntry(entry) {
  const names = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])];
  return html`
    <div class="gl-stack">
      ${facts([
        ...common(entry),
        [t('audit.subject'), html`<code>${entry.subject}</code>`],
        [t('audit.reason'), entry.reason],
        [t('audit.origin'), entry.origin],
        [t('audit.address'), entry.address && html`<code>${entry.address}</code>`],
        [t('audit.requestId'), html`<code>${entry.requestId}</code>`],
        ...chain(entry),
        [t('record.hash'), entry.hash && html`<code>${entry.hash}</code>`],
      ])}
      ${names.length ? html`
        <div class="gl-table-box"><table class="gl-table" aria-label=${t('audit.changes')}>
          <thead><tr><th scope="col">${t('audit.field')}</th><th scope="col">${t('audit.before')}</th><th scope="col">${t('audit.after')}</th></tr></thead>
          <tbody>${names.map(name => html`<tr>
            <td data-label=${t('audit.field')}><code>${name}</code></td>
            <td data-label=${t('audit.before')}>${value(entry.before?.[name])}</td>
            <td data-label=${t('audit.after')}>${value(entry.after?.[name])}</td></tr>`)}</tbody>
        </table></div>` : ''}
    </div>`;
}

export function eventEntry(event) {
  return html`
    <div class="gl-stack">
      ${facts([
        ...common(event),
        [t('log.aggregate'), html`<code>${event.aggregate}</code>`],
        [t('log.version'), event.version],
        ...chain(event),
      ])}
      <section><h3>${t('log.payload')}</h3><pre>${JSON.stringify(event.payload, null, 2)}</pre></section>
    </div>`;
}

function value(it) {
  if (it === undefined || it === null) return html`<span class="gl-muted">–</span>`;
  return typeof it === 'object' ? html`<code>${JSON.stringify(it)}</code>` : String(it);
}
